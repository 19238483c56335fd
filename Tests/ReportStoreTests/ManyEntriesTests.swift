import Foundation
import TestSupport
import Testing

/// A source with thousands of different results is kept in many small chunks of the roll-up.
///
/// One chunk that grows with the source would be read, merged and written as a whole for each
/// transaction: whoever may send a report could fill the memory with one.
@Suite struct ManyEntriesTests {
  /// A report of one address, every record with an SPF domain of its own.
  private func report(_ id: Int, domains: [Int]) -> String {
    let records = domains.map { number in
      """
      <record><row><source_ip>192.0.2.1</source_ip><count>1</count><policy_evaluated>\
      <disposition>none</disposition><dkim>fail</dkim><spf>fail</spf></policy_evaluated></row>\
      <identifiers><header_from>example.com</header_from></identifiers><auth_results><spf>\
      <domain>m\(number).example.net</domain><result>pass</result></spf></auth_results></record>
      """
    }
    return """
      <feedback><report_metadata><org_name>receiver.example</org_name>\
      <email>dmarc@receiver.example</email><report_id>\(id)</report_id>\
      <date_range><begin>1790812800</begin><end>1790899199</end></date_range></report_metadata>\
      <policy_published><domain>example.com</domain><p>none</p></policy_published>\
      \(records.joined(separator: "\n"))</feedback>
      """
  }

  @Test func aSourceIsSplitWhereItHasVeryMany() throws {
    try TemporaryFolder.with { folder in
      let database = folder.path("reports.sqlite")
      // The second comes between the entries of the first, in another order; the third adds to both.
      let numbers = [
        Array(stride(from: 0, to: 20_000, by: 2)), stride(from: 1, to: 20_000, by: 2).reversed(),
        Array(0..<20_000),
      ]
      for (id, domains) in numbers.enumerated() {
        let file = folder.path("\(id).xml")
        try Data(report(id, domains: domains).utf8).write(to: URL(fileURLWithPath: file))
        let outcome = try Program.dmarcReport.run([
          "import", "--quiet", "--database", database, file,
        ])
        #expect(outcome.status == 0, "\(outcome.diagnostics)")
        #expect(try Program.dmarcReport.run(["check", "--database", database]).text == "ok\n")
      }
      // 20,000 entries of eight bytes or so, at least 512 and at most 2048 in a chunk.
      let chunks = try SQLiteReader(database).integers(
        "SELECT count(*), max(length(entries)), count(DISTINCT source) FROM rollup")
      #expect((10...40).contains(chunks[0]))
      #expect(chunks[1] < 2048 * 10)
      #expect(chunks[2] == 2)
      let summary = try Program.dmarcReport.run([
        "export", "--database", database, "--level", "domain", "--days", "60", "--until",
        "2026-10-31",
      ])
      #expect(summary.text.contains(",40000,"), "\(summary.text)")
    }
  }
}
