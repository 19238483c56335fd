import DMARC
import GRDB

/// Gives every distinct text of one table its number: from memory, from the table, or a new one.
final class Interner {
  private let known: InternTable
  private let rows: TextRows
  /// Nothing is in the table that is not in memory, so a miss needs no look into the table.
  private var isComplete: Bool { wasEmpty && !known.hasForgotten }
  private let wasEmpty: Bool

  init(_ rows: TextRows, slotsLog2: Int) {
    self.rows = rows
    known = InternTable(slotsLog2: slotsLog2)
    wasEmpty = rows.wasEmpty
  }

  /// The number of a text; it is stored when it is new.
  func id(of text: UnsafeRawBufferPointer) throws -> Int64 {
    let fingerprint = known.fingerprint(text)
    let found = known.find(fingerprint)
    return found != 0 ? found : try learn(text, fingerprint)
  }

  /// The number of a text; it is stored when it is new.
  func id(of text: String) throws -> Int64 {
    var text = text
    return try text.withUTF8 { try id(of: UnsafeRawBufferPointer($0)) }
  }

  private func learn(
    _ text: UnsafeRawBufferPointer, _ fingerprint: Fingerprint
  ) throws -> Int64 {
    let id = try isComplete ? rows.store(text) : rows.id(of: text)
    known.insert(fingerprint, id: id)
    return id
  }

  /// Forgets what is in memory: numbers given since the last commit are void.
  func forget() { known.clear() }
}
