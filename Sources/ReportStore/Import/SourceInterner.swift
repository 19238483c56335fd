import DMARC
import GRDB

/// Gives every source address its number; known in memory by its bits, in the table by its text.
///
/// New addresses are kept back and stored in order. They come in none, and one by one each would
/// touch another page of the table's index: a cache of pages would have to hold all of it.
final class SourceInterner {
  private struct New {
    var text: String
    let id: Int64
  }

  /// New addresses that are kept back at the most.
  private static let mostNew = 4096

  private let known: SourceTable
  private let rows: TextRows
  private var new: [New] = []
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
    let text = source.text
    let id = try (isNew ? nil : stored(text)) ?? keepBack(text)
    known.insert(source, id: id)
    if new.count == Self.mostNew { try flush() }
    return id
  }

  /// The number of an address that is in the table.
  private func stored(_ text: String) throws -> Int64? {
    guard met == nil || known.hasForgotten else { return nil }
    // Addresses that are kept back must be in memory, or they would be stored again.
    if known.turns != turnsAtFlush { try flush() }
    var text = text
    return try text.withUTF8 { try rows.find(UnsafeRawBufferPointer($0)) }
  }

  private func keepBack(_ text: String) -> Int64 {
    let id = rows.newID()
    new.append(New(text: text, id: id))
    return id
  }

  /// Stores the addresses that are kept back.
  func flush() throws {
    new.sort { $0.text < $1.text }
    for var address in new {
      try address.text.withUTF8 { try rows.store(UnsafeRawBufferPointer($0), id: address.id) }
    }
    new.removeAll(keepingCapacity: true)
    turnsAtFlush = known.turns
  }

  /// Forgets what is in memory, after a rollback.
  func forget() {
    known.clear()
    new.removeAll(keepingCapacity: true)
  }
}
