import TestSupport
import Testing

/// docs/readiness.md has every gate, and the options that it names are there.
@Suite struct ReadinessPageTests {
  private let gates: [[String]]

  init() throws {
    gates = Document.rows(in: try Document("docs/readiness.md").section("## Gates"))
  }

  @Test func everyGateIsExplained() throws {
    try Session.with { session in
      let outcome = try session.shell(
        "dmarc-report readiness --until latest --format json > ~/document")
      #expect(outcome.diagnostics == "")
      let names = try SQLiteReader(":memory:").rows(
        """
        SELECT DISTINCT value FROM json_tree(CAST(readfile('\(session.file("document"))') AS TEXT))
        WHERE key = 'name' AND path LIKE '%.gates[%'
        """)
      #expect(names.map { $0[0] }.sorted() == gates.map { $0[0] }.sorted())
    }
  }

  @Test func everyOptionIsThere() throws {
    let options = gates.flatMap { $0[2].matches(of: /--[a-z-]+/).map { String($0.0) } }
    #expect(options.count == 19)
    let given = options.map { "\($0) 1" }.joined(separator: " ")
    try Session.with { session in
      let outcome = try session.shell("dmarc-report readiness --until latest \(given)")
      #expect(outcome.diagnostics == "")
      #expect(outcome.text.contains("Gate"))
    }
  }
}
