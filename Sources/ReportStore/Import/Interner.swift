import DMARC
import GRDB

/// Gives every distinct text of one table its number: from memory, from the table, or a new one.
final class Interner {
  private let known: InternTable
  private let rows: TextRows
  /// Nothing is in the table that is not in memory, so a miss needs no look into the table.
  private var isComplete: Bool

  init(_ rows: TextRows, slotsLog2: Int, keyBytes: Int) {
    self.rows = rows
    known = InternTable(slotsLog2: slotsLog2, keyBytes: keyBytes)
    isComplete = rows.wasEmpty
  }

  /// The number of a text; it is stored when it is new.
  func id(of text: UnsafeRawBufferPointer) throws -> Int64 {
    let hash = known.hash(text)
    let found = known.find(text, hash: hash)
    return found != 0 ? found : try learn(text, hash: hash)
  }

  /// The number of a text; it is stored when it is new.
  func id(of text: String) throws -> Int64 {
    var text = text
    return try text.withUTF8 { try id(of: UnsafeRawBufferPointer($0)) }
  }

  private func learn(_ text: UnsafeRawBufferPointer, hash: UInt64) throws -> Int64 {
    let id = try isComplete ? rows.store(text) : rows.id(of: text)
    if known.willForget(text) { isComplete = false }
    known.insert(text, hash: hash, id: id)
    return id
  }

  /// Forgets what is in memory: numbers given since a savepoint that was rolled back are void.
  func forget() {
    known.clear()
    isComplete = false
  }
}
