import DMARC
import Foundation
import TestSupport

/// Writes simulated reports as receivers do: files of both vocabularies.
struct ReportWriter {
  let folder: TemporaryFolder

  func write(_ reports: [SimulatedReport]) throws {
    try folder.folder("reports")
    for report in reports {
      let path = folder.path("reports/\(report.serial).xml")
      try Data(xml(report).utf8).write(to: URL(filePath: path))
    }
  }

  private func xml(_ report: SimulatedReport) -> String {
    let namespace = report.isModern ? " xmlns=\"urn:ietf:params:xml:ns:dmarc-2.0\"" : ""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <feedback\(namespace)><report_metadata><org_name>\(report.reporter)</org_name>\
      <email>reports@reporter.example</email><report_id>\(report.serial)</report_id>\
      <date_range><begin>\(report.day.start)</begin><end>\(report.day.start + 86399)</end>\
      </date_range></report_metadata>\(policy(report))
      \(report.rows.map { record($0, report.isModern) }.joined(separator: "\n"))
      </feedback>
      """
  }

  private func policy(_ report: SimulatedReport) -> String {
    let sp = report.policy.sp.map { "<sp>\($0.rawValue)</sp>" } ?? ""
    let testing = report.isModern ? "<testing>n</testing>" : "<pct>100</pct>"
    return "<policy_published><domain>\(report.domain)</domain>"
      + "<p>\(report.policy.p.rawValue)</p>\(sp)\(testing)</policy_published>"
  }

  private func record(_ row: SimulatedReport.Row, _ isModern: Bool) -> String {
    let reasons = row.look.overrides.map { reason in
      "<reason><type>\(reason.type.shown)</type><comment>\(reason.comment ?? "")</comment></reason>"
    }
    let signatures = row.look.signatures.map { signature in
      "<dkim><domain>\(signature.domain)</domain><selector>\(signature.selector)</selector>"
        + "<result>\(signature.result.rawValue)</result></dkim>"
    }
    return "<record><row><source_ip>\(row.address)</source_ip><count>\(row.messages)</count>"
      + "<policy_evaluated><disposition>\(row.disposition.rawValue)</disposition>"
      + "<dkim>\(row.dkim ? "pass" : "fail")</dkim><spf>\(row.spf ? "pass" : "fail")</spf>"
      + reasons.joined() + "</policy_evaluated></row><identifiers>"
      + "<header_from>\(row.look.from)</header_from></identifiers><auth_results>"
      + signatures.joined() + "<spf><domain>\(row.look.spfDomain)</domain><scope>mfrom</scope>"
      + "<result>\(row.look.spf.rawValue)</result></spf></auth_results></record>"
  }
}
