import Foundation
import TestSupport
import Testing

/// The commands of `domain`, by the built program and over UDP, on the samples.
@Suite struct DomainCommandTests {
  /// What a test has: a database of the samples, and a name server of their zone.
  private func withSamples(
    _ records: [String: [NameServer.Record]]? = nil, manner: NameServer.Manner = .init(),
    _ body: (_ run: ([String]) throws -> Outcome) throws -> Void
  ) throws {
    let server =
      try records.map { try NameServer($0, manner: manner) } ?? NameServer.ofSamples()
    defer { server.stop() }
    try TemporaryFolder.with { folder in
      let database = ["--database", folder.path("db")]
      try Program.dmarcReport.run(
        ["import", "--quiet", Places.samples.path + "/maildir"] + database)
      try body { arguments in
        try Program.dmarcReport.run(
          ["domain"] + arguments + ["--until", "latest", "--days", "61"] + database
            + server.option)
      }
    }
  }

  @Test func thePageWeighsTheRecordsByTheMail() throws {
    try withSamples { run in
      let outcome = try run(["example.com", "--format", "json"])
      #expect(outcome.status == 11)
      let findings = try JSONText(outcome.output)["findings"].items.map {
        "\($0["level"].text) \($0["code"].text) \($0["term"].text) \($0["messages"].plain)"
      }
      #expect(
        findings.filter { !$0.hasPrefix("practice ptr") } == [
          "must dmarc-not-authorized dmarc-collector.example 49766",
          "must dkim-key-gone  55",
          "must dmarc-address-unreachable dmarc-collector.example ",
          "practice dmarc-sp-stricter sp=quarantine 49766",
          "note from-name-missing billing.example.com 112", "note dkim-key-gone  6",
          "note dkim-key-gone  2", "note historic-domainkeys  ",
          "note spf-dead-weight include:_spf.old-crm.example 0",
          "note spf-dead-weight include:_spf.payroll.example 0",
        ])
    }
  }

  @Test func allDomainsOfTheReportsAreCheckedAtOnce() throws {
    try withSamples { run in
      let outcome = try run(["--all", "--format", "json"])
      let domains = try JSONText(outcome.output)["domains"].items.map {
        "\($0["domain"].text) \($0["verdict"].text)"
      }
      #expect(
        domains == [
          "club.example findings", "example.com findings", "example.net findings",
          "example.org findings",
          "new.example findings", "parked.example well",
        ])
    }
  }

  @Test func aDraftLosesExactlyTheMailOfTheTermItLeavesOut() throws {
    try withSamples { run in
      let draft = "v=spf1 mx ip6:2001:db8:10::25 -all"
      let outcome = try run(
        ["spf", "example.com", "--from-reports", "--record", draft, "--format", "json"])
      #expect(outcome.status == 11)
      let answer = try JSONText(outcome.output)
      let lost = answer["senders"].items.filter { $0["change"].text == "loses" }
      #expect(lost.map { "\($0["ip"].text) \($0["term"].text)" } == ["192.0.2.12 ip4:192.0.2.12"])
      #expect(answer["lost"].integer == 7236)
      #expect(answer["lost_dmarc"].integer == 25)
      #expect(answer["gained"].integer == 0)
    }
  }

  @Test func theRecordMadeFromReportsLosesNothing() throws {
    try withSamples { run in
      let outcome = try run(["record", "spf", "example.com", "--format", "json"])
      #expect(outcome.status == 0)
      let answer = try JSONText(outcome.output)
      #expect(answer["records"].items.map { $0["text"].text } == ["v=spf1 mx ip4:192.0.2.12 -all"])
      #expect(
        answer["notes"].items.last?.text.hasSuffix("nothing of your own loses its pass.") == true)
    }
  }

  @Test func whereNobodyAnswersEverythingIsNotKnown() throws {
    try withSamples([:], manner: .init(isSilent: true)) { run in
      let outcome = try run(["example.com", "--format", "json"])
      #expect(outcome.status == 12)
      let findings = try JSONText(outcome.output)["findings"].items
      #expect(!findings.isEmpty)
      #expect(findings.allSatisfy { $0["state"].text == "not known" && $0["level"].text == "note" })
    }
  }

  @Test func textFromDNSIsEscaped() throws {
    let evil = "v=DMARC1; p=none; rua=mailto:a@example.com; x=\u{1b}[31m\u{202e}"
    try withSamples([
      "_dmarc.example.com": [.text([evil])],
      "example.com": [.text(["v=spf1 =cmd|'/c calc'!A1 \u{7} -all"])],
    ]) { run in
      let table = try run(["example.com"]).text
      let csv = try run(["example.com", "--format", "csv"]).text
      for text in [table, csv] {
        #expect(!text.unicodeScalars.contains("\u{1b}") && !text.unicodeScalars.contains("\u{7}"))
        #expect(!text.unicodeScalars.contains("\u{202e}"))
        #expect(text.contains("\\u{1B}[31m"))
      }
      #expect(!csv.contains(",=cmd"))
    }
  }

  @Test func policiesAreFoundAsBothStandardsSay() throws {
    let server = try NameServer.ofSamples()
    defer { server.stop() }
    let outcome = try Program.dmarcReport.run(
      ["domain", "policy", "no.example.com", "--format", "json"] + server.option)
    let ways = try JSONText(outcome.output)["ways"].items.map {
      "\($0["method"].text) \($0["policy_at"].text) \($0["tag"].text)=\($0["policy"].text)"
    }
    #expect(
      ways == ["treewalk example.com sp=quarantine", "psl example.com sp=quarantine"])
    #expect(server.questions.filter { $0.hasPrefix("TXT _dmarc") }.count == 3)
  }

  @Test func nameServersThatDoNotSayTheSameAreNamed() throws {
    func records(_ spf: String) -> [String: [NameServer.Record]] {
      [
        "example.com": [
          .name(2, "ns1.example.com"), .name(2, "ns2.example.com"), .text([spf]),
          .exchange(10, "ns1.example.com"),
        ],
        "ns1.example.com": [.address([127, 0, 0, 1])],
        "ns2.example.com": [.address([127, 0, 0, 2])],
      ]
    }
    let first = try NameServer(records("v=spf1 mx -all"))
    let second = try NameServer(records("v=spf1 -all"), at: "127.0.0.2", port: first.port)
    defer { for server in [first, second] { server.stop() } }
    let outcome = try Program.dmarcReport.run(
      [
        "domain", "example.com", "--name-servers", "--name-server-port", "\(first.port)",
        "--format",
        "json",
      ] + first.option)
    let found = try JSONText(outcome.output)["findings"].items.filter {
      $0["code"].text == "zone-servers-differ"
    }
    #expect(
      found.map { $0["record"].text } == [
        "ns1.example.com: v=spf1 mx -all\nns2.example.com: v=spf1 -all"
      ])
  }

  @Test func aRecordIsFollowedToItsEnd() throws {
    let server = try NameServer.ofSamples()
    defer { server.stop() }
    let run = { try Program.dmarcReport.run(["domain", "spf"] + $0 + server.option) }
    let published = try run(["example.com", "--format", "json"])
    #expect(published.status == 0)
    #expect(try JSONText(published.output)["lookups"].integer == 5)
    let draft = try run(["example.com", "--record", "v=spf1 include:none.example -all"])
    #expect(draft.status == 11)
    #expect(draft.text.contains("MUST spf-target-none (RFC 7208 5.2), include:none.example"))
  }

  @Test func lintNeedsNoDNS() throws {
    let outcome = try Program.dmarcReport.run(
      ["domain", "lint", "--kind", "spf", "v=spf1 mx ~all;", "--format", "json"])
    #expect(outcome.status == 11)
    let answer = try JSONText(outcome.output)
    #expect(answer["verdict"].text == "error")
    #expect(answer["result"].text == "permerror")
    #expect(answer["findings"].items.map { $0["code"].text } == ["spf-syntax"])
    #expect(answer["findings"].items.map { $0["section"].text } == ["RFC 7208 4.6.1"])
    for (text, status): (String, Int32) in [("v=spf1 -all", 0), ("?", 64), ("v=spf1 +all", 11)] {
      #expect(try Program.dmarcReport.run(["domain", "lint", text]).status == status, "\(text)")
    }
    #expect(
      try Program.dmarcReport.run(["domain", "lint", "0 . || 10 mx.example.com"]).status == 11)
  }

  @Test func aResolverThatIsNoAddressIsNamed() throws {
    let outcome = try Program.dmarcReport.run([
      "domain", "policy", "x.example", "--resolver", "here",
    ])
    #expect(outcome.status == 1)
    #expect(
      outcome.diagnosticLines == [
        "error: resolver here: it is no address",
        "hint: give it as 192.0.2.53, or with a port as 192.0.2.53@5300",
      ])
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")))
  func anImportAsksNobody() throws {
    try TemporaryFolder.with { folder in
      let outcome = try Program(path: "/usr/bin/strace").run([
        "-f", "-o", folder.path("trace"), "-e", "trace=network", Program.dmarcReport.path, "import",
        "--quiet", "--database", folder.path("db"), Places.samples.path + "/single",
      ])
      #expect([0, 2].contains(outcome.status))
      let trace = try String(contentsOfFile: folder.path("trace"), encoding: .utf8)
      #expect(!trace.contains("socket("), "\(trace)")
    }
  }
}
