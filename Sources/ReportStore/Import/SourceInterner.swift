import DMARC
import GRDB

/// Gives every source address its number; known in memory by its bits, in the table by its text.
///
/// New addresses are kept back and stored in order. They come in none, and one by one each would
/// touch another page of the table's index: a cache of pages would have to hold all of it.
final class SourceInterner {
  private struct New {
    let text: ByteRange
    let id: Int64
  }

  /// New addresses that are kept back at the most.
  private static let mostNew = 4096

  private let known: SourceTable
  private let rows: TextRows
  private var new: [New] = []
  private let texts = ByteArena()
  private var turnsAtFlush = 0
  /// Every address of the table has been added to it; `nil` where some were there before this run.
  private let met: AddressFilter?

  init(_ rows: TextRows, slotsLog2: Int) {
    self.rows = rows
    known = SourceTable(slotsLog2: slotsLog2)
    met = rows.wasEmpty ? AddressFilter() : nil
  }

  /// The number of an address; it is in the table after the next `flush`.
  func id(of source: SourceAddress) throws -> Int64 {
    let found = known.find(source)
    return found != 0 ? found : try learn(source)
  }

  private func learn(_ source: SourceAddress) throws -> Int64 {
    let isNew = met?.add(source) == false
    var text = source.text
    let id = try text.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      return try (isNew ? nil : stored(bytes)) ?? keepBack(bytes)
    }
    known.insert(source, id: id)
    if new.count == Self.mostNew { try flush() }
    return id
  }

  /// The number of an address that is in the table.
  private func stored(_ text: UnsafeRawBufferPointer) throws -> Int64? {
    guard met == nil || known.hasForgotten else { return nil }
    // Addresses that are kept back must be in memory, or they would be stored again.
    if known.turns != turnsAtFlush { try flush() }
    return try rows.find(text)
  }

  private func keepBack(_ text: UnsafeRawBufferPointer) -> Int64 {
    let id = rows.newID()
    new.append(New(text: texts.store(text), id: id))
    return id
  }

  /// Stores the addresses that are kept back.
  func flush() throws {
    // The order of SQLite's index (https://sqlite.org/datatype3.html#collating_sequences).
    new.sort { texts.bytes($0.text).lexicographicallyPrecedes(texts.bytes($1.text)) }
    try rows.store(new.count) { (texts.bytes(new[$0].text), new[$0].id) }
    clearNew()
    turnsAtFlush = known.turns
  }

  /// Forgets what is in memory, after a rollback.
  func forget() {
    known.clear()
    clearNew()
  }

  private func clearNew() {
    new.removeAll(keepingCapacity: true)
    texts.clear()
  }
}
