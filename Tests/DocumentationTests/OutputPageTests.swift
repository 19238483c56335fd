import TestSupport
import Testing

/// docs/output.md has every key and column that the program prints, and no other.
@Suite struct OutputPageTests {
  /// A schema, a heading of its rows, and the commands that print it.
  struct Form: Sendable, CustomTestStringConvertible {
    let schema: String
    var rows = ""
    let commands: [String]

    var testDescription: String { schema + rows }
  }

  static let forms = [
    Form(
      schema: "summary",
      commands: ["source", "domain", "header-from", "reporter", "day", "sender", "override"]
        .map { "summary --until latest --days 61 --by \($0)" }),
    Form(
      schema: "export", rows: " by domain, source and day",
      commands: ["domain", "source", "day"].map { "export --until latest --days 61 --level \($0)" }),
    Form(
      schema: "export", rows: " by record",
      commands: ["export --until latest --days 61 --level record"]),
    Form(schema: "reports", commands: ["reports --until latest --days 61"]),
    Form(schema: "problems", commands: ["problems"]),
    Form(schema: "status", commands: ["status"]),
    Form(
      schema: "report",
      commands: [
        "single/report.xml", "single/report-9990.xml", "single/report-windows-1252.xml",
        "hostile/odd-address.xml",
      ].map { "show samples/\($0)" }),
  ]

  @Test(arguments: forms)
  func everyKeyIsDescribedWithItsType(form: Form) throws {
    let page = try Document("docs/output.md")
    var shape = JSONShape()
    try Session.with { session in
      for command in form.commands {
        let outcome = try session.shell("dmarc-report \(command) --format json > ~/document")
        #expect(outcome.diagnostics == "")
        try shape.add(file: session.file("document"))
      }
    }
    let head = Document.rows(in: page.section("## `dmarc-report/\(form.schema)`"))
    #expect(head.map { $0[0] }.sorted() == shape.keys(ofRows: false))
    let rows = Document.rows(
      in: page.section("### Rows of `dmarc-report/\(form.schema)`\(form.rows)"))
    #expect(rows.map { $0[0] }.sorted() == shape.keys(ofRows: true))
    for key in head { #expect(shape.isTrue(key[0], hasType: key[1]), "\(key[0])") }
    for key in rows { #expect(shape.isTrue("rows[].\(key[0])", hasType: key[1]), "\(key[0])") }
  }

  @Test(arguments: forms.filter { $0.schema != "status" })
  func columnsStandInTheOrderDescribed(form: Form) throws {
    let page = try Document("docs/output.md")
    let rows = Document.rows(
      in: page.section("### Rows of `dmarc-report/\(form.schema)`\(form.rows)"))
    try Session.with { session in
      for command in form.commands {
        let csv = try CSVText(session.shell("dmarc-report \(command) --format csv").text)
        #expect(rows.map { $0[0] }.filter(csv.header.contains) == csv.header)
      }
    }
  }
}
