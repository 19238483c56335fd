import Foundation
import TestSupport
import Testing

/// A thousand reports of 2^53 messages each are more than 64 bits hold: what is then said is the
/// largest number there is, the same everywhere, and shares stay right.
@Suite struct VastCountTests {
  /// As many reports pass as fail, each kind by itself more than 64 bits hold.
  private static let reports = 2200
  private static let most = "9223372036854775807"

  /// An import of one mailbox, asked by everything below.
  private static let mailbox = Result {
    let folder = try ImportedMailbox.scratch.get().appending(path: "vast")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let mails = (0..<reports).map { Mail.wrapping(Data(report($0).utf8), name: "\($0).xml") }
    let (box, database) = (folder.appending(path: "box"), folder.appending(path: "store").path)
    try Mail.mbox(mails).write(to: box)
    let imported = try Program.dmarcReport.run(["import", "--database", database, box.path])
    return (database: database, imported: imported)
  }

  private static func report(_ number: Int) -> String {
    let result = number.isMultiple(of: 2) ? "pass" : "fail"
    return """
      <feedback><report_metadata><org_name>Vast</org_name><email>dmarc@vast.example</email>
      <report_id>\(number)</report_id>
      <date_range><begin>1793404800</begin><end>1793491199</end></date_range></report_metadata>
      <policy_published><domain>example.com</domain><p>none</p></policy_published>
      <record><row><source_ip>192.0.2.1</source_ip><count>9007199254740992</count>
      <policy_evaluated><disposition>none</disposition><dkim>\(result)</dkim><spf>fail</spf>
      </policy_evaluated></row><identifiers><header_from>example.com</header_from></identifiers>
      <auth_results><dkim><domain>example.com</domain><selector>s</selector>
      <result>\(result)</result></dkim></auth_results></record></feedback>
      """
  }

  private func answer(_ question: String) throws -> String {
    try Program.dmarcReport.run(
      question.split(separator: " ").map(String.init),
      environment: ["DMARC_REPORT_DATABASE": Self.mailbox.get().database, "COLUMNS": "300"]
    ).text
  }

  @Test func anImportSaysTheLargestNumber() throws {
    let outcome = try Self.mailbox.get().imported
    #expect(outcome.status == 0)
    #expect(
      outcome.diagnostics.contains("2,200 records; 9,223,372,036,854,775,807 messages;"))
  }

  private static let questions = [
    "summary --until latest --by source", "summary --until latest --by domain",
    "summary --until latest --by reporter", "summary --until latest --by day",
    "summary --until latest --by sender", "summary --until latest --by override",
    "export --until latest --level source", "export --until latest --level domain",
    "export --until latest --level day", "readiness --until latest",
    "what-if --until latest --p reject", "source show 192.0.2.1 --until latest", "status",
  ]

  @Test(arguments: questions, ["", " --format csv", " --format json", " --format ndjson"])
  func everyAnswerSaysTheSame(question: String, format: String) throws {
    // A verdict is one document, not a list of rows.
    if question.hasPrefix("readiness"), format.hasSuffix("ndjson") { return }
    let text = try answer(question + format)
    let vast = text.matches(of: /-?(\d{17,}|\d{1,3}(,\d{3}){5,})/)
      .map { String($0.output.0).replacing(",", with: "") }
    #expect(Set(vast) == [Self.most], "\(text)")
  }

  @Test(arguments: [
    ("summary --by domain", "dmarc_pass_share"), ("summary --by source", "dkim_aligned_share"),
    ("export --level day", "dmarc_pass_share"), ("readiness", "raw_pass_rate"),
  ])
  func halfOfAllIsHalf(question: String, column: String) throws {
    let csv = try CSVText(answer("\(question) --until latest --format csv"))
    #expect(csv.column(column) == ["0.500000"])
  }

  @Test func theStoreIsStillWhatItsRecordsAddUpTo() throws {
    #expect(try answer("check") == "ok\n")
  }
}
