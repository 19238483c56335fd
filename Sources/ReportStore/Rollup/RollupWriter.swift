import DMARC
import GRDB

/// Gathers the traffic of a transaction and merges it into the packed roll-up.
final class RollupWriter {
  /// Where a gathered entry belongs: what sorting moves is a quarter of the entry itself.
  private struct Staged {
    /// Domain and day in one number, in their order.
    var place: UInt64
    /// The source of the entry; it decides nearly always.
    var source: UInt32
    /// The place of the entry among those gathered.
    var index: UInt32
  }

  /// Entries of a chunk; a day of more sources is kept in several, so that merging stays cheap.
  private static let chunkEntries = 1024
  /// Entries that are merged in one go: what a day gets of a large report takes little memory.
  private static let mergedAtOnce = 2048
  /// Staged entries before they are merged, whether or not the transaction ends: bounds memory.
  private static let mostStaged = 1 << 15

  private let staged: UnsafeMutableBufferPointer<Staged>
  private let entries: UnsafeMutableBufferPointer<RollupEntry>
  private var stagedCount = 0
  private let arena = ByteArena(capacity: 1 << 16)
  private let chunks: HotStatement
  private let load: HotStatement
  private let replace: HotStatement

  init(_ db: Database) throws {
    chunks = try HotStatement(
      db, "SELECT source, detail FROM rollup WHERE domain = ? AND day = ? ORDER BY source, detail")
    load = try HotStatement(
      db,
      "SELECT entries FROM rollup WHERE domain = ? AND day = ? AND source = ? AND detail = ?")
    replace = try HotStatement(
      db,
      """
      INSERT INTO rollup (domain, day, source, detail, entries) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (domain, day, source, detail) DO UPDATE SET entries = excluded.entries
      """)
    staged = .allocate(capacity: Self.mostStaged)
    entries = .allocate(capacity: Self.mostStaged)
  }

  deinit {
    staged.deallocate()
    entries.deallocate()
  }

  /// Adds traffic; it is in the database after the next `flush`.
  func add(_ entry: RollupEntry, domain: Int64, day: Int) throws {
    let place = UInt64(truncatingIfNeeded: domain) << 32 | UInt64(UInt32(truncatingIfNeeded: day))
    entries.initializeElement(at: stagedCount, to: entry)
    staged.initializeElement(
      at: stagedCount,
      to: Staged(
        place: place, source: UInt32(clamping: entry.source),
        index: UInt32(truncatingIfNeeded: stagedCount)))
    stagedCount &+= 1
    if stagedCount == staged.count { try flush() }
  }

  /// Drops what was added since the last flush.
  func discard() { stagedCount = 0 }

  /// Merges everything gathered into the database.
  func flush() throws {
    var rest = UnsafeMutableBufferPointer(rebasing: staged[..<stagedCount])
    rest.sort { [entries] a, b in
      if a.place != b.place { return a.place < b.place }
      if a.source != b.source { return a.source < b.source }
      return RollupEntry.inOrder(entries[Int(a.index)], entries[Int(b.index)])
    }
    while let place = rest.first?.place {
      let most = rest.prefix(Self.mergedAtOnce)
      let end = most.firstIndex { $0.place != place } ?? most.endIndex
      // The day is signed: forged periods may lie before 1970.
      try merge(
        rest[..<end].map { entries[Int($0.index)] }, domain: Int64(place >> 32),
        day: Int64(Int32(truncatingIfNeeded: place)))
      rest = UnsafeMutableBufferPointer(rebasing: rest[end...])
    }
    discard()
  }

  private func merge(_ entries: [RollupEntry], domain: Int64, day: Int64) throws {
    let starts = try chunkStarts(domain: domain, day: day)
    var rest = entries[...]
    for (index, start) in starts.enumerated() where !rest.isEmpty {
      let next = index + 1 < starts.count ? starts[index + 1].lowest : nil
      let split =
        next.flatMap { next in rest.firstIndex { !RollupEntry.inOrder($0, next) } }
        ?? rest.endIndex
      if split > rest.startIndex {
        try write(
          combined(try stored(domain: domain, day: day, start: start), rest[..<split]),
          domain: domain, day: day, start: start)
      }
      rest = rest[split...]
    }
  }

  /// Where each chunk starts; the first takes everything below the second.
  private func chunkStarts(domain: Int64, day: Int64) throws -> [ChunkStart] {
    chunks.bind(domain, at: 1)
    chunks.bind(day, at: 2)
    defer { chunks.reset() }
    var starts: [ChunkStart] = []
    while try chunks.step() {
      starts.append(ChunkStart(source: chunks.integer(0), detail: Array(chunks.bytes(1))))
    }
    return starts.isEmpty ? [.first] : starts
  }

  private func stored(domain: Int64, day: Int64, start: ChunkStart) throws -> [RollupEntry] {
    load.bind(domain, at: 1)
    load.bind(day, at: 2)
    load.bind(start.source, at: 3)
    return try start.detail.withUnsafeBytes { detail in
      load.bindBlob(detail, at: 4)
      defer { load.reset() }
      var entries: [RollupEntry] = []
      if try load.step() { RollupCodec.decode(load.bytes(0)) { entries.append($0) } }
      return entries
    }
  }

  /// Two runs in order become one, equal traffic added up.
  private func combined(
    _ old: [RollupEntry], _ new: ArraySlice<RollupEntry>
  ) -> [RollupEntry] {
    var merged: [RollupEntry] = []
    merged.reserveCapacity(old.count + new.count)
    var index = 0
    for entry in new {
      while index < old.count, !RollupEntry.inOrder(entry, old[index]) {
        RollupEntry.add(old[index], to: &merged)
        index += 1
      }
      RollupEntry.add(entry, to: &merged)
    }
    for entry in old[index...] { RollupEntry.add(entry, to: &merged) }
    return merged
  }

  /// Writes a chunk, split where it has grown too long; a source stays whole if it can.
  private func write(
    _ entries: [RollupEntry], domain: Int64, day: Int64, start: ChunkStart
  ) throws {
    var from = 0
    while from < entries.count {
      var to = min(from + Self.chunkEntries, entries.count)
      // A short rest stays with its chunk: appending must not make a new row each time.
      if entries.count - to < Self.chunkEntries / 4 { to = entries.count }
      while to < entries.count, isInseparable(entries, at: to, of: to - from) { to += 1 }
      let start = from == 0 ? start : ChunkStart(of: entries[from], after: entries[from - 1])
      try write(entries[from..<to], domain: domain, day: day, start: start)
      from = to
    }
  }

  /// Entries about the same traffic never are in two chunks: the place of both would be the same.
  private func isInseparable(_ entries: [RollupEntry], at index: Int, of count: Int) -> Bool {
    let (entry, last) = (entries[index], entries[index - 1])
    return entry.matches(last)
      || count < 2 * Self.chunkEntries && entry.source == last.source
  }

  private func write(
    _ chunk: ArraySlice<RollupEntry>, domain: Int64, day: Int64, start: ChunkStart
  ) throws {
    arena.clear()
    RollupCodec.encode(chunk, into: arena)
    replace.bind(domain, at: 1)
    replace.bind(day, at: 2)
    replace.bind(start.source, at: 3)
    replace.bindBlob(arena.bytes, at: 5)
    try start.detail.withUnsafeBytes { detail in
      replace.bindBlob(detail, at: 4)
      try replace.run()
    }
  }
}
