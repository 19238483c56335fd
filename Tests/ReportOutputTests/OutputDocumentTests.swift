import Foundation
import ReportOutput
import Testing

struct OutputDocumentTests {
  @Test func peopleReadAllSectionsInOrder() {
    #expect(
      Samples.document.text(as: .table) == """
        Sources of example.com
        Source        Messages    Pass     Fail  Last seen   Known  Domains
        ────────────  ────────  ──────  ───────  ──────────  ─────  ────────────────────────
        Example Mail    12,345  99.9 %   <0.1 %  2026-11-23  yes    example.com, example.net
        a, "b"               7   0.0 %  100.0 %              no
        ────────────  ────────  ──────  ───────  ──────────  ─────  ────────────────────────
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
        source,messages,pass_share,fail_share,last_seen,known,domains\r
        Example Mail,12345,0.9997,0.0003,2026-11-23,true,example.com example.net\r
        "a, ""b""\",7,0,1,,false,\r\n
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
              "known": true,
              "domains": ["example.com", "example.net"]
            },
            {
              "source": "a, \\"b\\"",
              "messages": 7,
              "pass_share": 0,
              "fail_share": 1,
              "last_seen": null,
              "known": false,
              "domains": []
            }
          ],
          "total": {
            "source": "All",
            "messages": 12352,
            "pass_share": 0.999,
            "fail_share": 0.001,
            "last_seen": null,
            "known": null,
            "domains": null
          }
        }

        """)
  }

  @Test func ndjsonIsOneObjectALine() {
    #expect(
      Samples.document.text(as: .ndjson) == """
        {"source":"Example Mail","messages":12345,"pass_share":0.9997,"fail_share":0.0003,\
        "last_seen":"2026-11-23","known":true,"domains":["example.com","example.net"]}
        {"source":"a, \\"b\\"","messages":7,"pass_share":0,"fail_share":1,\
        "last_seen":null,"known":false,"domains":[]}

        """)
  }

  @Test func aStreamedTableIsTheSameAsADocument() throws {
    let document = OutputDocument(head: Samples.head, sections: [.table(Samples.table)])
    for format in OutputFormat.allCases {
      let output = Output.memory()
      let rows = try RowWriter(
        head: Samples.head, columns: Samples.columns, as: format, to: output)
      for row in Samples.rows { try rows.write(row) }
      try rows.finish(total: Samples.table.total)
      #expect(output.text == document.text(as: format))
    }
  }

  @Test func theStreamedJSONIsTheSameAsTheValue() {
    let value = JSONValue.object(
      Samples.head.members + [
        JSONMember("rows", Samples.table.jsonRows), JSONMember("total", Samples.table.jsonTotal),
      ])
    #expect(value.text(pretty: true) + "\n" == Samples.document.text(as: .json))
  }

  @Test func aDocumentWithoutATableIsOneRowOfItsFields() {
    let head = DocumentHead(
      schema: "dmarc-report/verdict", version: 2,
      fields: ["ready": true, "share": 0.5, "why": ["a", "b"], "until": nil])
    let document = OutputDocument(head: head, sections: [.paragraph("Ready.")])
    #expect(
      document.text(as: .csv)
        == "ready,share,why,until\r\ntrue,0.5,\"[\"\"a\"\",\"\"b\"\"]\",\r\n")
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

  @Test func rowsOfTheWrongLengthAreCutOrFilled() {
    let table = TableData(
      columns: [.count("a", "A"), .text("b", "B")],
      rows: [[.count(1)], [.count(2), .text("x"), .text("gone")], []])
    let document = OutputDocument(
      head: DocumentHead(schema: "s", version: 1), sections: [.table(table)])
    #expect(document.text(as: .csv) == "a,b\r\n1,\r\n2,x\r\n,\r\n")
    #expect(document.text(as: .table) == "A  B\n─  ─\n1\n2  x\n\n")
    #expect(
      document.text(as: .ndjson)
        == #"{"a":1,"b":null}"# + "\n" + #"{"a":2,"b":"x"}"# + "\n"
        + #"{"a":null,"b":null}"# + "\n")
  }
}
