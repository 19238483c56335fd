import Foundation
import TestSupport
import Testing

/// Every address is stored exactly once, also where a report that was begun is taken back.
@Suite struct NewSourcesTests {
  private func report(_ id: Int, sources: some Sequence<Int>, end: String = "</feedback>") -> Data {
    let records = sources.map { number in
      """
      <record><row><source_ip>2001:db8::\(String(number, radix: 16))</source_ip><count>1</count>\
      <policy_evaluated><disposition>none</disposition><dkim>fail</dkim><spf>fail</spf>\
      </policy_evaluated></row><identifiers><header_from>example.com</header_from></identifiers>\
      <auth_results/></record>
      """
    }
    return Data(
      """
      <feedback><report_metadata><org_name>receiver.example</org_name>\
      <email>dmarc@receiver.example</email><report_id>\(id)</report_id>\
      <date_range><begin>1790812800</begin><end>1790899199</end></date_range></report_metadata>\
      <policy_published><domain>example.com</domain><p>none</p></policy_published>\
      \(records.joined(separator: "\n"))\(end)
      """.utf8)
  }

  @Test func everySourceIsStoredOnce() throws {
    try TemporaryFolder.with { folder in
      let database = folder.path("reports.sqlite")
      let files = [
        report(1, sources: (1...9000).reversed()),
        // Well begun, thousands of new addresses long, and then cut off within a record.
        report(2, sources: 5000...14000, end: "<record><row>"),
        report(3, sources: stride(from: 1, to: 20000, by: 2)),
        report(4, sources: 8000...12000),
      ]
      for (index, data) in files.enumerated() {
        try data.write(to: URL(fileURLWithPath: folder.path("\(index).xml")))
      }
      let paths = files.indices.map { folder.path("\($0).xml") }
      let outcome = try Program.dmarcReport.run(
        ["import", "--quiet", "--database", database] + paths)
      #expect(
        outcome.diagnosticLines == ["warning: refused: \(paths[1]): it is cut off before its end"])
      #expect(try Program.dmarcReport.run(["check", "--database", database]).text == "ok\n")
      let reader = SQLiteReader(database)
      // 1 to 12,000, and what is odd from there to 20,000.
      #expect(try reader.integers("SELECT count(*) FROM source") == [16_000])
      #expect(
        try reader.integers("SELECT count(*), count(DISTINCT source) FROM records")
          == [9000 + 10_000 + 4001, 16_000])
    }
  }
}
