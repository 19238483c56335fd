import Foundation
import TestSupport
import Testing

/// `--verified-only` answers as if no other report had been imported.
@Suite struct VerifiedOnlyTests {
  private static let verified: [ForgedMail] = [
    ForgedMail(passedFor: "receiver.example", source: "192.0.2.1", id: "v1"),
    ForgedMail(passedFor: "receiver.example", source: "192.0.2.2", id: "v2"),
    ForgedMail(passedFor: "receiver.example", begin: day(1), id: "v3"),
    ForgedMail(reporter: "good.example", passedFor: "good.example", begin: day(2), id: "v4"),
  ]

  /// On days of their own, and on days of verified reports of the same reporter.
  private static let others: [ForgedMail] = [
    ForgedMail(source: "192.0.2.1", id: "u1"),
    ForgedMail(failed: true, source: "198.51.100.9", id: "u2"),
    ForgedMail(reporter: "other.example", begin: day(1), id: "u3"),
    ForgedMail(begin: day(2), id: "u4"),
    ForgedMail(begin: day(3), id: "u5"),
  ]

  fileprivate static func day(_ number: Int) -> Int { 1_504_224_000 + number * 86_400 }

  private func importing(_ mails: [ForgedMail], _ folder: TemporaryFolder, as name: String) throws {
    for mail in mails { try folder.write(mail.text, to: "\(name)/\(mail.id).eml") }
    let outcome = try Program.dmarcReport.run(
      [
        "import", "--quiet", "--database", folder.path(name + ".sqlite"),
        "--trust-authserv-id", ForgedMail.server, folder.path(name),
      ])
    #expect(outcome.status == 0)
  }

  private func answer(_ question: String, _ folder: TemporaryFolder, of name: String) throws -> Data
  {
    let words = question.split(separator: " ").map(String.init)
    return try Program.dmarcReport.run(
      words + ["--until", "2017-09-05", "--database", folder.path(name + ".sqlite")]
    ).output
  }

  @Test func othersCountForNothing() throws {
    try TemporaryFolder.with { folder in
      try importing(Self.verified, folder, as: "verified")
      try importing(Self.verified + Self.others, folder, as: "all")
      let groupings = ["source", "domain", "header-from", "reporter", "day", "sender", "override"]
      let questions =
        groupings.map { "summary --format json --by \($0)" } + ["reports --format json"]
        + ["summary --domain example.com", "summary --domain example.net"]
        + ["domain", "source", "day", "record"].map { "export --level \($0)" }
      for question in questions.map({ $0 + " --verified-only" }) {
        let found = try answer(question, folder, of: "all")
        #expect(try found == answer(question, folder, of: "verified"), "\(question)")
      }
      let summary = try JSONText(answer("summary --verified-only --format json", folder, of: "all"))
      #expect(summary["total"]["messages"].integer == 12)
      #expect(
        summary["trust"].members.mapValues(\.integer)
          == ["verified": 4, "unverified": 0, "contradicted": 0])
      #expect(summary["verified_only"].plain == "1")
    }
  }

  @Test func aSummaryTellsHowFarItsReportsAreTrusted() throws {
    try TemporaryFolder.with { folder in
      try importing(Self.verified + Self.others, folder, as: "all")
      let table = String(decoding: try answer("summary", folder, of: "all"), as: UTF8.self)
      #expect(
        table.contains("\nTrust         4 verified, 4 unverified, 1 contradicted\n"), "\(table)")
      let summary = try JSONText(answer("summary --format json", folder, of: "all"))
      #expect(summary["total"]["messages"].integer == 27)
      #expect(
        summary["trust"].members.mapValues(\.integer)
          == ["verified": 4, "unverified": 4, "contradicted": 1])
    }
  }

  @Test func nothingIsSaidWhereNobodyLooked() throws {
    try TemporaryFolder.with { folder in
      try importing([Self.others[0]], folder, as: "all")
      let table = String(decoding: try answer("summary", folder, of: "all"), as: UTF8.self)
      #expect(!table.contains("Trust"))
      let none = String(
        decoding: try answer("summary --verified-only", folder, of: "all"), as: UTF8.self)
      #expect(none.contains("No mail of a verified report in this window."))
    }
  }
}
