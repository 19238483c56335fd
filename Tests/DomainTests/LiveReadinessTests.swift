import Foundation
import TestSupport
import Testing

/// `readiness --live`: the record that DNS has now, beside what receivers reported.
struct LiveReadinessTests {
  private func readiness(_ options: [String], _ server: [String]) throws -> Outcome {
    try TemporaryFolder.with { folder in
      let database = ["--database", folder.path("db")]
      try Program.dmarcReport.run(
        ["import", "--quiet", Places.samples.path + "/maildir"] + database)
      return try Program.dmarcReport.run(
        ["readiness", "--until", "latest", "--format", "json", "--domain", "example.org"] + options
          + server + database)
    }
  }

  private func next(_ outcome: Outcome) throws -> String {
    try JSONText(outcome.output)["domains"].items[0]["next"]["record"].text
  }

  @Test func theNextRecordIsMadeFromTheOnePublished() throws {
    let published = "v=DMARC1; p=none; rua=mailto:here@example.org; fo=1"
    let server = try NameServer(["_dmarc.example.org": [.text([published])]])
    defer { server.stop() }
    let record = try next(try readiness(["--live"], server.option))
    #expect(
      record
        == "v=DMARC1; p=quarantine; rua=mailto:here@example.org; fo=1; sp=quarantine; np=reject")
    #expect(server.questions == ["TXT _dmarc.example.org"])
    #expect(try next(try readiness([], [])).contains("<keep your report address>"))
  }

  @Test func whereDNSHasNoneOrIsSilentItIsSaidAndReportsAreUsed() throws {
    let empty = try NameServer(["example.org": [.text(["nothing"])]])
    defer { empty.stop() }
    let without = try readiness(["--live"], empty.option)
    #expect(
      without.diagnosticLines == [
        "warning: example.org: the policy of reports is used: it publishes no DMARC record now"
      ])
    #expect(try next(without).contains("<keep your report address>"))
    let silent = try readiness(
      ["--live", "--timeout", "0.5"], ["--resolver", "127.0.0.1@9"])
    #expect(silent.diagnosticLines.count == 1)
    #expect(
      silent.diagnostics.hasPrefix(
        "warning: example.org: the policy of reports is used: DNS did not tell: "))
  }

  @Test func liveAndARecordExcludeEachOther() throws {
    let outcome = try readiness(["--live", "--record", "v=DMARC1; p=none"], [])
    #expect(outcome.status == 64)
  }
}
