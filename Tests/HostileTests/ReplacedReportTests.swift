import Foundation
import TestSupport
import Testing

/// A forged report that comes first does not keep the place of the real one.
@Suite struct ReplacedReportTests {
  private let forged = ForgedMail(policy: "reject", source: "198.51.100.66")
  private let real = ForgedMail(passedFor: "receiver.example")

  /// Everything that the program shows of reports.
  private static let questions = [
    ["summary", "--by", "source"], ["summary", "--by", "domain"], ["reports"],
    ["export", "--level", "record"],
  ]

  private func importing(
    _ mails: [ForgedMail], _ folder: TemporaryFolder, oneByOne: Bool = false
  ) throws -> [Outcome] {
    let database = folder.path("reports.sqlite")
    for (number, mail) in mails.enumerated() {
      try folder.write(mail.text, to: "mails/\(number)/mail.eml")
    }
    let inputs = oneByOne ? mails.indices.map { "mails/\($0)" } : ["mails"]
    return try inputs.map { input in
      try Program.dmarcReport.run(
        [
          "import", "--quiet", "--database", database, "--trust-authserv-id", ForgedMail.server,
          folder.path(input),
        ])
    }
  }

  /// What is known after an import of mails; that it is sound is checked along the way.
  private func known(_ mails: [ForgedMail], oneByOne: Bool = false) throws -> [String] {
    try TemporaryFolder.with { folder in
      for outcome in try importing(mails, folder, oneByOne: oneByOne) {
        #expect([0, 2].contains(outcome.status), "\(outcome.diagnostics)")
      }
      return try answers(folder)
    }
  }

  private func answers(_ folder: TemporaryFolder) throws -> [String] {
    let database = folder.path("reports.sqlite")
    let check = try Program.dmarcReport.run(["check", "--database", database])
    #expect(check.status == 0, "\(check.text)\(check.diagnostics)")
    return try Self.questions.map { question in
      try Program.dmarcReport.run(
        question + ["--database", database, "--until", "latest", "--format", "json"]
      ).text
    }
  }

  @Test(arguments: [false, true])
  func theVerifiedReportTakesThePlaceOfOneThatIsNot(oneByOne: Bool) throws {
    let alone = try known([real])
    #expect(alone[2].contains("\"verified\""))
    #expect(try known([forged, real], oneByOne: oneByOne) == alone)
    #expect(try known([real, forged], oneByOne: oneByOne) == alone)
    var contradicted = forged
    contradicted.failed = true
    #expect(try known([contradicted, forged, real], oneByOne: oneByOne) == alone)
  }

  @Test(arguments: [false, true])
  func aReportOfManyBatchesTakesItsPlaceToo(oneByOne: Bool) throws {
    var (large, other) = (real, forged)
    large.records = 5000
    other.records = 7000
    #expect(try known([other, large], oneByOne: oneByOne) == known([large]))
    #expect(try known([forged, large], oneByOne: oneByOne) == known([large]))
    #expect(try known([other, real], oneByOne: oneByOne) == known([real]))
  }

  @Test func theReplacementIsTold() throws {
    try TemporaryFolder.with { folder in
      let outcomes = try importing([forged, real], folder, oneByOne: true)
      #expect(outcomes.map(\.status) == [0, 2])
      let mail = folder.path("mails/1/mail.eml") + ": part 1"
      #expect(
        outcomes[1].diagnosticLines == [
          "warning: replaced: \(mail): report one of receiver.example about example.com was "
            + "stored already with other content and not verified; this one is verified and takes "
            + "its place"
        ])
      #expect(
        try SQLiteReader(folder.path("reports.sqlite")).rows(
          "SELECT kind, input, reason, detail, reporter, policy_domain, report_id FROM problems")
          == [
            [
              "conflict", mail, "replaced",
              "took the place of an unverified report under this key (records: 1, messages: 3)",
              "receiver.example", "example.com", "one",
            ]
          ])
      #expect(try importing([forged, real], folder, oneByOne: true).map(\.status) == [2, 0])
    }
  }

  @Test func onlyWhatIsNotVerifiedMakesWay() throws {
    var other = real
    other.source = "203.0.113.9"
    let kept = try known([real])
    #expect(try known([real, other]) == kept)
    var unverified = forged
    unverified.policy = "quarantine"
    #expect(try known([forged, unverified]) == known([forged]))
  }

  /// A name that is no domain is anybody's: the address must be the same.
  @Test func aStrangerTakesNoPlaceUnderANameThatIsNoDomain() throws {
    let name = "Example Mail"
    let first = ForgedMail(reporter: name)
    let stranger = ForgedMail(
      reporter: name, address: "a@stranger.example", passedFor: "stranger.example",
      source: "198.51.100.66")
    #expect(try known([first, stranger]) == known([first]))
    let proven = ForgedMail(reporter: name, passedFor: "receiver.example", source: "192.0.2.2")
    #expect(try known([first, proven]) == known([proven]))
  }

  @Test(arguments: [1, 5000])
  func theSameReportInAVerifiedMailIsVerified(records: Int) throws {
    var (first, again) = (ForgedMail(), real)
    (first.records, again.records) = (records, records)
    #expect(try known([first, again], oneByOne: true) == known([again]))
    #expect(try known([again, first], oneByOne: true) == known([again]))
    first.failed = true
    #expect(try known([first, again], oneByOne: true) == known([again]))
  }

  @Test func whereRecordsWerePrunedTheFirstStays() throws {
    try TemporaryFolder.with { folder in
      #expect(try importing([forged], folder)[0].status == 0)
      let database = folder.path("reports.sqlite")
      let prune = [
        "prune", "--database", database, "--older-than", "30d", "--keep-rollups",
      ]
      #expect(try Program.dmarcReport.run(prune).status == 0)
      let before = try answers(folder)
      #expect(try importing([forged, real], folder, oneByOne: true).map(\.status) == [0, 2])
      #expect(try answers(folder) == before)
    }
  }

  @Test func theHistoryOfOtherReportsStays() throws {
    var (before, after) = (ForgedMail(reporter: "a.example"), ForgedMail(reporter: "b.example"))
    (before.policy, after.policy) = ("reject", "quarantine")
    after.begin += 86_400
    #expect(try known([before, after, forged, real]) == known([before, after, real]))
  }
}
