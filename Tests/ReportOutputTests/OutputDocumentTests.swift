import DMARC
import Foundation
import ReportOutput
import Testing

struct OutputDocumentTests {
  @Test func peopleReadAllSectionsInOrder() {
    #expect(
      Samples.document.text(as: .table) == """
        Sources of example.com
        Source        Messages    Pass     Fail  Last seen   Domains
        ────────────  ────────  ──────  ───────  ──────────  ────────────────────────
        Example Mail    12,345  99.9 %   <0.1 %  2026-11-23  example.com, example.net
        a, "b"               7   0.0 %  100.0 %
        ────────────  ────────  ──────  ───────  ──────────  ────────────────────────
        All             12,352  99.9 %    0.1 %

        Reports  1,234
        Since    2026-10-24

        Two sources in 30 days.

        - Sign with DKIM.
        - Look again.

        """)
  }

  @Test func csvIsTheTableWithoutItsTotal() {
    #expect(
      Samples.document.text(as: .csv) == """
        source,messages,pass_share,fail_share,last_seen,domains\r
        Example Mail,12345,0.999700,0.000300,2026-11-23,example.com example.net\r
        "a, ""b""\",7,0.000000,1.000000,,\r\n
        """)
  }

  @Test func jsonIsTheHeadAndTheTables() {
    #expect(
      Samples.document.text(as: .json) == """
        {
          "schema": "dmarc-report/sources",
          "version": 1,
          "domain": "example.com",
          "days": 30,
          "rows": [
            {
              "source": "Example Mail",
              "messages": 12345,
              "pass_share": 0.9997,
              "fail_share": 0.0003,
              "last_seen": "2026-11-23",
              "domains": ["example.com", "example.net"]
            },
            {
              "source": "a, \\"b\\"",
              "messages": 7,
              "pass_share": 0,
              "fail_share": 1,
              "last_seen": null,
              "domains": []
            }
          ],
          "total": {
            "source": "All",
            "messages": 12352,
            "pass_share": 0.999,
            "fail_share": 0.001,
            "last_seen": null,
            "domains": null
          }
        }

        """)
  }

  @Test func ndjsonIsOneObjectALine() {
    #expect(
      Samples.document.text(as: .ndjson) == """
        {"source":"Example Mail","messages":12345,"pass_share":0.9997,"fail_share":0.0003,\
        "last_seen":"2026-11-23","domains":["example.com","example.net"]}
        {"source":"a, \\"b\\"","messages":7,"pass_share":0,"fail_share":1,\
        "last_seen":null,"domains":[]}

        """)
  }

  @Test func aStreamedTableIsTheSameAsADocument() throws {
    let document = OutputDocument(head: Samples.head, sections: [.table(Samples.table)])
    for format in OutputFormat.allCases {
      let output = Output.memory()
      let rows = try RowWriter(
        head: Samples.head, columns: Samples.columns.byPlace, as: format, to: output)
      for row in Samples.rows { try rows.write(row) }
      try rows.finish(total: Samples.table.total)
      #expect(output.text == document.text(as: format))
    }
  }

  @Test func aDocumentWithoutATableIsOneRowOfItsFields() {
    let head = DocumentHead(
      schema: "dmarc-report/verdict", version: 2,
      fields: [
        "ready": .bool(true), "share": .number(0.5),
        "why": .array([.string("a"), .string("b")]), "until": .null,
      ])
    let document = OutputDocument(head: head, sections: [.paragraph("Ready.")])
    #expect(
      document.text(as: .csv)
        == "ready,share,why,until\r\ntrue,0.500000,\"[\"\"a\"\",\"\"b\"\"]\",\r\n")
    #expect(
      document.text(as: .ndjson)
        == #"{"schema":"dmarc-report/verdict","version":2,"ready":true,"share":0.5,"#
        + #""why":["a","b"],"until":null}"# + "\n")
  }

  @Test func onlyTheFirstTableReachesCSVAndAllReachJSON() {
    let one = TableData(columns: [.count("a", "A")], rows: [[.count(1)]])
    let two = TableData(columns: [.count("b", "B")], rows: [[.count(2)]], total: [.count(2)])
    let document = OutputDocument(
      head: DocumentHead(schema: "s", version: 1),
      sections: [.table(key: "ones", one), .table(key: "twos", two)])
    #expect(document.text(as: .csv) == "a\r\n1\r\n")
    #expect(document.text(as: .ndjson) == "{\"a\":1}\n")
    #expect(
      document.text(as: .json) == """
        {
          "schema": "s",
          "version": 1,
          "ones": [
            {
              "a": 1
            }
          ],
          "twos": [
            {
              "b": 2
            }
          ],
          "twos_total": {
            "b": 2
          }
        }

        """)
  }

  @Test func aTableWithoutRowsSaysSo() {
    let table = TableData(columns: [.count("a", "A")], whenEmpty: "No reports.")
    let document = OutputDocument(
      head: DocumentHead(schema: "s", version: 1), sections: [.table(table)])
    #expect(document.text(as: .table) == "No reports.\n")
    #expect(document.text(as: .csv) == "a\r\n")
    #expect(document.text(as: .ndjson) == "")
    #expect(
      document.text(as: .json) == "{\n  \"schema\": \"s\",\n  \"version\": 1,\n  \"rows\": []\n}\n")
  }

  @Test func whatIsForSomeReadersReachesNoOthers() {
    let one = TableData(columns: [.count("a", "A")], rows: [[.count(1)]])
    let two = TableData(columns: [.count("b", "B")], rows: [[.count(2)]])
    let document = OutputDocument(
      head: DocumentHead(schema: "s", version: 1),
      sections: [
        .only(.people) { [.heading("One"), .table(one)] },
        .only(.programs) { [.member(JSONMember("parts", .array([.integer(3)])))] },
        .only(.spreadsheets) { [.table(two)] },
      ])
    #expect(document.text(as: .table) == "One\nA\n─\n1\n")
    #expect(document.text(as: .csv) == "b\r\n2\r\n")
    #expect(document.text(as: .ndjson) == "{\"b\":2}\n")
    #expect(
      document.text(as: .json)
        == "{\n  \"schema\": \"s\",\n  \"version\": 1,\n  \"parts\": [3]\n}\n")
  }

  @Test func aColumnIsTheSameOfAnotherRow() {
    struct Sender { let name: String, failed: Int64 }
    let columns: [Column<Sender>] = [
      .text("name", "Name") { $0.name }, .count("failed", "Fail") { $0.failed }.dispensable(2),
    ]
    let rows = [(1, Sender(name: "a", failed: 2)), (3, Sender(name: "b", failed: 4))]
    let wider: [Column<(Int, Sender)>] = columns.map { $0.of(\.1) }
    #expect(TableData(rows, columns: wider) == TableData(rows.map(\.1), columns: columns))
    #expect(wider.map(\.head.dispensability) == [0, 2])
  }

  @Test func aPartOfNothingIsNoShare() {
    let column = Column<MessageCount>.share("s", "S") {
      $0
    } of: {
      $0 * 4
    }
    #expect(column.cell(0) == .empty)
    #expect(column.cell(1) == .share(0.25))
  }
}
