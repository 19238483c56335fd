/// Where a chunk of a day's roll-up starts: with a source, or among the entries of one that has very
/// many.
struct ChunkStart {
  let source: Int64
  /// The rest of the entry it starts with, in the order of bytes; empty where it starts with a source.
  let detail: [UInt8]

  /// The start of a day's first chunk.
  static let first = ChunkStart(source: 0, detail: [])

  init(source: Int64, detail: [UInt8]) {
    self.source = source
    self.detail = detail
  }

  /// The start of a chunk whose first entry comes right after another.
  init(of entry: RollupEntry, after last: RollupEntry) {
    source = entry.source
    detail = entry.source == last.source ? Self.detail(of: entry) : []
  }

  /// An entry that comes before every entry of the chunk, or is its first.
  var lowest: RollupEntry {
    var numbers = [Int64](repeating: 0, count: 5)
    for (index, byte) in detail.prefix(40).enumerated() {
      numbers[index / 8] = numbers[index / 8] << 8 | Int64(byte)
    }
    return RollupEntry(
      source: source, reporter: numbers[0], headerFrom: numbers[1], evaluation: numbers[2],
      evidence: numbers[3], recomputed: UInt8(truncatingIfNeeded: numbers[4]), messages: 0)
  }

  /// Big-endian numbers, which SQLite compares as `RollupEntry.inOrder` does.
  private static func detail(of entry: RollupEntry) -> [UInt8] {
    [entry.reporter, entry.headerFrom, entry.evaluation, entry.evidence, Int64(entry.recomputed)]
      .flatMap { number in withUnsafeBytes(of: number.bigEndian, Array.init) }
  }
}
