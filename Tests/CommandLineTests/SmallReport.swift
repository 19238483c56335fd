import Foundation
import TestSupport

/// A report of one record, as one receiver has it about a day.
struct SmallReport {
  var domain = "example.com"
  var reporter = "receiver.example"
  /// Days after 2026-08-01.
  var day = 0
  var policy = "reject"
  var messages = 20
  var passes = true

  private static let firstDay = 1_785_542_400

  var text: String {
    let begin = Self.firstDay + day * 86_400
    let result = passes ? "pass" : "fail"
    return """
      <feedback><report_metadata><org_name>\(reporter)</org_name>
      <email>dmarc@\(reporter)</email><report_id>\(domain).\(day)</report_id>
      <date_range><begin>\(begin)</begin><end>\(begin + 86_399)</end></date_range>
      </report_metadata>
      <policy_published><domain>\(domain)</domain><p>\(policy)</p></policy_published>
      <record><row><source_ip>192.0.2.1</source_ip><count>\(messages)</count>
      <policy_evaluated><disposition>none</disposition><dkim>\(result)</dkim><spf>\(result)</spf>
      </policy_evaluated></row><identifiers><header_from>\(domain)</header_from></identifiers>
      <auth_results><dkim><domain>\(domain)</domain><result>\(result)</result></dkim>
      <spf><domain>\(domain)</domain><result>\(result)</result></spf></auth_results>
      </record></feedback>

      """
  }

  /// Imports reports into a database of a folder; gives its path.
  static func database(of reports: [SmallReport], in folder: TemporaryFolder) throws -> String {
    let database = folder.path("reports.sqlite")
    for (number, report) in reports.enumerated() {
      try folder.write(report.text, to: "reports/\(number).xml")
    }
    let outcome = try Program.dmarcReport.run(
      ["import", "--quiet", "--database", database, folder.path("reports")])
    guard outcome.status == 0 else { throw GeneratorFailed(message: outcome.diagnostics) }
    return database
  }
}
