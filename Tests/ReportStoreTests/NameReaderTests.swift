import DMARC
import Facts
import GRDB
import Testing

@testable import ReportStore

/// Names are read in stretches of numbers; what lies between them has no part in it.
@Suite struct NameReaderTests {
  private func address(_ id: Int) -> SourceAddress {
    SourceAddress(family: .ipv4, high: 0, low: UInt64(0xC633_6400 + id))
  }

  private func store() throws -> DatabaseQueue {
    let queue = try DatabaseQueue()
    try queue.write { db in
      try db.execute(sql: "CREATE TABLE source (id INTEGER PRIMARY KEY, address TEXT NOT NULL)")
      for id in 1...200 where id != 50 {
        try db.execute(
          sql: "INSERT INTO source VALUES (?, ?)", arguments: [id, address(id).text])
      }
    }
    return queue
  }

  @Test(arguments: [
    [], [1], [200], [50], [0, 1, 201, 100_000], [1, 2, 3], [1, 9, 18, 19], [1, 10, 19, 200],
    [49, 50, 51], Array(1...200), Array(stride(from: 1, through: 200, by: 9)),
  ])
  func everyNumberThatHasANameGetsIt(ids: [Int]) throws {
    var wanted = IDSet()
    for id in ids { wanted.insert(id) }
    let names = try store().read { db in try NameReader.sources(wanted, db) }
    let known = ids.filter { (1...200).contains($0) && $0 != 50 }
    #expect(names.ids == known)
    #expect(names.values == known.map(address))
  }
}
