import DMARC
import GRDB

/// Gives every source address its number; known in memory by its bits, in the table by its text.
final class SourceInterner {
  private let known: SourceTable
  private let rows: TextRows
  private var isComplete: Bool

  init(_ rows: TextRows, slotsLog2: Int) {
    self.rows = rows
    known = SourceTable(slotsLog2: slotsLog2)
    isComplete = rows.wasEmpty
  }

  /// The number of an address; it is stored when it is new.
  func id(of source: SourceAddress) throws -> Int64 {
    let found = known.find(source)
    return found != 0 ? found : try learn(source)
  }

  private func learn(_ source: SourceAddress) throws -> Int64 {
    var text = source.text
    let id = try text.withUTF8 {
      let text = UnsafeRawBufferPointer($0)
      return try isComplete ? rows.store(text) : rows.id(of: text)
    }
    if known.willForget { isComplete = false }
    known.insert(source, id: id)
    return id
  }

  /// Forgets what is in memory, after a rollback.
  func forget() {
    known.clear()
    isComplete = false
  }
}
