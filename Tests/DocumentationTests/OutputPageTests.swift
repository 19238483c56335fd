import TestSupport
import Testing

/// docs/output.md has every key and column that the program prints, and no other.
@Suite struct OutputPageTests {
  /// A schema, a heading of its rows, and the commands that print it.
  struct Form: Sendable, CustomTestStringConvertible {
    let schema: String
    var rows = ""
    /// The key of the rows in JSON.
    var list = "rows"
    /// A heading of its own for what is in CSV only.
    var csv: String?
    /// What must have been done before there is anything to print.
    var preparations: [String] = []
    let commands: [String]

    var testDescription: String { schema + rows }
    var rowHeading: String { "### Rows of `dmarc-report/\(schema)`\(rows)" }
  }

  static let forms =
    [
      Form(
        schema: "summary",
        commands: [
          "source", "domain", "header-from", "reporter", "day", "month", "sender", "override",
        ]
        .map { "summary --until latest --days 61 --by \($0)" }),
      Form(
        schema: "export", rows: " by domain, source, day and month",
        commands: ["domain", "source", "day", "month"].map {
          "export --until latest --days 61 --level \($0)"
        }),
      Form(
        schema: "export", rows: " by record",
        commands: ["export --until latest --days 61 --level record"]),
      Form(
        schema: "readiness", list: "domains", csv: "### CSV of `dmarc-report/readiness`",
        preparations: ["source approve payroll.example --name Payroll"],
        commands: ["readiness --until latest", "readiness --until latest --days 61"]),
      Form(
        schema: "timeline",
        commands: ["day", "reporter", "sender"].map { "readiness --until latest --by \($0)" }),
      Form(
        schema: "overview",
        preparations: ["domains own example.com example.net --group shops"],
        commands: ["overview --until latest", "overview --until 2026-11-19 --days 10"]),
      Form(
        schema: "domains", preparations: ["domains own example.com missing.example --group shops"],
        commands: ["domains"]),
      Form(
        schema: "what-if", commands: ["what-if --until latest --p reject --domain example.com"]),
      Form(
        schema: "source", list: "days",
        commands: [
          "source show payroll.example --until latest", "source show 192.0.2.0/24 --until latest",
        ]),
      Form(
        schema: "decisions",
        preparations: [
          "source approve news-service.example --name Newsletters --domain example.com",
          "source block 203.0.113.200",
        ],
        commands: ["source list"]),
      Form(schema: "reports", commands: ["reports --until latest --days 61"]),
      Form(
        schema: "alerts",
        preparations: [
          "alerts --until 2026-09-20",
          "import --quiet samples/hostile/cut-in-record.xml 2> /dev/null || true",
        ],
        commands: ["alerts --until latest --dry-run", "alerts --until 2026-11-20 --dry-run"]),
      Form(schema: "problems", commands: ["problems"]),
      Form(schema: "import", commands: ["import --quiet --dry-run samples/single/report.xml"]),
      Form(
        schema: "check",
        preparations: [
          "backup ~/copy.sqlite; sqlite3 ~/copy.sqlite 'DROP INDEX report_key'"
        ], commands: ["check", "check --database ~/copy.sqlite"]),
      Form(schema: "backup", commands: ["backup ~/copy.sqlite"]),
      Form(schema: "words", commands: ["words"]),
      Form(
        schema: "validation",
        commands: [
          "single/report.xml", "single/report-9990.xml", "hostile/odd-address.xml",
        ].map { "show samples/\($0) --validate" }),
      Form(
        schema: "tls",
        commands: ["domain", "day", "reporter"].map { "tls --until latest --days 61 --by \($0)" }),
      Form(
        schema: "failures",
        commands: ["source", "domain", "day", "reporter"].map {
          "failures --until latest --days 61 --by \($0)"
        }),
      Form(schema: "config", commands: ["config"]),
      Form(schema: "config-keys", commands: ["config --keys"]),
      Form(schema: "status", commands: ["status"]),
      Form(
        schema: "prune",
        commands: [
          "prune --older-than 1d --dry-run", "prune --domain example.net --older-than 1d --dry-run",
        ]),
      Form(
        schema: "report",
        commands: [
          "single/report.xml", "single/report-9990.xml", "single/report-windows-1252.xml",
          "hostile/odd-address.xml",
        ].map { "show samples/\($0)" }),
    ] + domainForms

  /// The commands of `domain`, which ask the name server of the samples.
  private static let domainForms = [
    ("domain", "findings", ["example.com", "example.net"].map { "\($0) \(window) \(server)" }),
    ("domain-lint", "findings", ["lint 'v=spf1 mx ~all;'", "lint 'v=spf1 +all'"]),
    (
      "domain-spf", "trace",
      [
        "spf example.com --ip 192.0.2.99 \(server)", "spf example.net --ip 192.0.2.60 \(server)",
      ]
    ),
    ("domain-spf-record", "terms", ["spf example.com \(server)"]),
    ("domain-spf-reports", "senders", ["spf example.com --from-reports \(window) \(server)"]),
    (
      "domain-policy", "ways",
      ["policy a.example.com", "policy a.example"].map { "\($0) \(server)" }
    ),
    ("domain-zone", "records", ["zone example.com \(window) \(server)"]),
    ("domain-record", "records", ["record spf example.com \(window) \(server)"]),
  ].map { schema, list, commands in
    Form(schema: schema, list: list, commands: commands.map { "domain \($0)" })
  }

  private static let window = "--until latest --days 61"
  private static let server = "--resolver 127.0.0.1@5354"

  private static let withoutRows: Set = ["status", "prune", "import", "backup"]

  @Test(arguments: forms)
  func everyKeyIsDescribedWithItsType(form: Form) throws {
    let page = try Document("docs/output.md")
    var shape = JSONShape(list: form.list)
    try Session.with { session in
      for command in form.preparations { _ = try session.shell("dmarc-report \(command)") }
      for command in form.commands {
        let outcome = try session.shell("dmarc-report \(command) --format json > ~/document")
        #expect(outcome.diagnostics == "")
        try shape.add(file: session.file("document"))
      }
    }
    let head = Document.rows(in: page.section("## `dmarc-report/\(form.schema)`"))
    #expect(head.map { $0[0] }.sorted() == shape.keys(ofRows: false))
    let rows = Document.rows(in: page.section(form.rowHeading))
    #expect(rows.map { $0[0] }.sorted() == shape.keys(ofRows: true))
    for key in head { #expect(shape.isTrue(key[0], hasType: key[1]), "\(key[0])") }
    for key in rows {
      #expect(shape.isTrue("\(form.list)[].\(key[0])", hasType: key[1]), "\(key[0])")
    }
  }

  @Test(arguments: forms.filter { !Self.withoutRows.contains($0.schema) })
  func columnsStandInTheOrderDescribed(form: Form) throws {
    let page = try Document("docs/output.md")
    let rows = Document.rows(in: page.section(form.csv ?? form.rowHeading))
    try Session.with { session in
      for command in form.preparations { _ = try session.shell("dmarc-report \(command)") }
      for command in form.commands {
        let csv = try CSVText(session.shell("dmarc-report \(command) --format csv").text)
        #expect(rows.map { $0[0] }.filter(csv.header.contains) == csv.header)
      }
    }
  }
}
