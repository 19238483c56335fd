import Foundation
import TestSupport
import Testing

/// `--trust-authserv-id`, from a mail's header to the stored report.
@Suite struct TrustedServerTests {
  /// What becomes of the reports in a path: how many of each reporter are trusted how far.
  private func trust(_ path: String, _ options: [String]) throws -> [[String]] {
    try TemporaryFolder.with { folder in
      let database = folder.path("reports.sqlite")
      let input = Places.samples.appending(path: path).path
      let outcome = try Program.dmarcReport.run(
        ["import", "--quiet", "--database", database] + options + [input])
      #expect([0, 2].contains(outcome.status))
      return try SQLiteReader(database).rows(
        "SELECT trust, reporter, count(*) FROM reports GROUP BY 1, 2 ORDER BY 1, 2")
    }
  }

  private let trusted = ["--trust-authserv-id", "mx.example.com"]

  @Test func reportersWhoseMailPassesAreVerified() throws {
    let found = try trust("maildir", trusted)
    #expect(found.filter { $0[0] == "unverified" } == [["unverified", "hobbyhost.example", "19"]])
    #expect(Set(found.map { $0[0] }) == ["verified", "unverified"])
    #expect(found.count == 12)
  }

  @Test func withoutATrustedServerNothingIsVerified() throws {
    #expect(Set(try trust("maildir", []).map { $0[0] }) == ["unverified"])
    let other = ["--trust-authserv-id", "mx.example.net"]
    #expect(Set(try trust("maildir", other).map { $0[0] }) == ["unverified"])
  }

  @Test(arguments: [
    ("forged-authentication", "contradicted"), ("foreign-authentication", "unverified"),
    ("forged-inside", "contradicted"),
  ])
  func forgedFieldsAreNotBelieved(name: String, trust: String) throws {
    let found = try self.trust("hostile/\(name).eml", trusted)
    #expect(found.map { $0[0] } == [trust])
  }

  /// Where lengths are written, separators in a body are not quoted: a mail may end in another.
  @Test func aMailWithinTheLengthOfAnotherIsNotVerified() throws {
    try TemporaryFolder.with { folder in
      let separator = "From a@b.example Thu Oct  1 09:15:00 2026\n"
      let inner = ForgedMail(passedFor: "receiver.example", id: "inner").text
      let body = "hello\n\n\(separator)\(inner)"
      let genuine = ForgedMail(passedFor: "receiver.example", id: "genuine").text
      let box =
        "\(separator)From: evil@stranger.example\nContent-Length: \(body.utf8.count)\n\n\(body)\n"
        + separator + genuine
      try Data(box.utf8).write(to: URL(fileURLWithPath: folder.path("box")))
      let database = folder.path("reports.sqlite")
      let run = ["import", "--quiet", "--database", database] + trusted + [folder.path("box")]
      #expect(try Program.dmarcReport.run(run).status == 0)
      #expect(
        try SQLiteReader(database).rows("SELECT report_id, trust FROM reports ORDER BY 1")
          == [["genuine", "verified"], ["inner", "unverified"]])
    }
  }

  @Test func aServerWithoutANameIsRefused() throws {
    let outcome = try Program.dmarcReport.run(["import", "--trust-authserv-id", "", "."])
    #expect(outcome.status == 64)
  }
}
