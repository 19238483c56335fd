import DMARC
import GRDB
import Testing

@testable import ReportStore

/// What tables in memory forget is found in the database: nothing gets two numbers.
@Suite struct InterningTests {
  /// IPv4 and IPv6 addresses in turn, in no order, and the one that is neither.
  private let sources =
    [SourceAddress.unknown]
    + (1...4000).map { number -> SourceAddress in
      let bits = UInt64(number &* 7919 % 4001)
      return number % 2 == 0
        ? SourceAddress(family: .ipv4, high: 0, low: 0xc000_0200 + bits)
        : SourceAddress(family: .ipv6, high: 0x2001_0db8 << 32, low: bits)
    }

  @Test(arguments: [4, 10, 16])
  func aSourceKeepsItsNumberHoweverManyThereAre(slotsLog2: Int) throws {
    try ImportDatabase.with { db in
      let interner = SourceInterner(
        try TextRows(db, table: "source", column: "address"), slotsLog2: slotsLog2)
      let numbers = try sources.map(interner.id)
      #expect(numbers == (1...4001).map(Int64.init))
      #expect(try sources.reversed().map(interner.id) == numbers.reversed())
      try interner.flush()
      #expect(
        try String.fetchAll(db, sql: "SELECT address FROM source ORDER BY id")
          == sources.map(\.text))
    }
  }

  @Test func whatASourceWasCalledBeforeARollbackIsForgotten() throws {
    try ImportDatabase.with { db in
      let interner = SourceInterner(
        try TextRows(db, table: "source", column: "address"), slotsLog2: 8)
      let first = try interner.id(of: sources[1])
      try interner.flush()
      let void = try interner.id(of: sources[2])
      interner.forget()
      #expect(try interner.id(of: sources[1]) == first)
      #expect(try interner.id(of: sources[2]) > void)
      try interner.flush()
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM source") == 2)
    }
  }

  @Test(arguments: [4, 10, 16])
  func aTextKeepsItsNumberHoweverManyThereAre(slotsLog2: Int) throws {
    try ImportDatabase.with { db in
      let interner = Interner(
        try TextRows(db, table: "evidence", column: "content", key: try DigestKey(db)),
        slotsLog2: slotsLog2)
      let texts = (1...3000).map { "evidence of the kind \($0 &* 7919 % 3001)" }
      let numbers = try texts.map { try interner.id(of: $0) }
      #expect(numbers == (1...3000).map(Int64.init))
      #expect(try texts.reversed().map { try interner.id(of: $0) } == numbers.reversed())
      #expect(try String.fetchAll(db, sql: "SELECT content FROM evidence ORDER BY id") == texts)
      #expect(try interner.id(of: "") == 3001)
    }
  }
}
