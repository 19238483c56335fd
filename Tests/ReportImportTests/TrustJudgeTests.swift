import DMARC
import Facts
import PublicSuffix
import ReportIntake
import Testing

@testable import ReportImport

/// Whose mail a report came in.
@Suite struct TrustJudgeTests {
  private func trust(
    _ results: String..., server: String? = "mx.example.com",
    from: String? = "Reports <noreply@reports.sender.example>",
    name: String = "sender.example", email: String = "dmarc@sender.example"
  ) -> Trust {
    var mail = MailFacts()
    mail.from = from
    mail.authenticationResults = results
    let report = ReportMetadata(
      organization: name, email: email, reportID: "1", begin: 0, end: 86_399)
    return TrustJudge(server: server, domains: PublicSuffixList()).trust(in: mail, of: report)
  }

  private func passed(_ domain: String) -> String {
    "mx.example.com; dmarc=pass header.from=\(domain)"
  }

  @Test func aMailThatPassedForTheReporterVerifies() {
    #expect(trust(passed("sender.example")) == .verified)
    #expect(trust(passed("Reports.Sender.Example.")) == .verified)
    #expect(trust("mx.example.com; dmarc=pass") == .verified)
    #expect(trust(passed("sender.example"), name: "The Sender, Inc.") == .verified)
    #expect(trust(passed("sender.example"), email: "x@other.example") == .verified)
  }

  @Test func aCommentBehindTheAddressIsNoPartOfIt() {
    let signed = "mx.example.com; dkim=pass header.d=sender.example"
    for from in [
      "a@sender.example (Reports)", "<a@sender.example> (Reports) ", " R <a@sender.example>",
    ] {
      #expect(trust(signed, from: from) == .verified, "\(from)")
    }
    for from in ["a@sender.example (b@other.example)", "a@sender.example(x)", "(a@sender.example)"]
    {
      #expect(trust(signed, from: from) == .unverified, "\(from)")
    }
  }

  @Test func aMailThatFailedContradicts() {
    #expect(trust("mx.example.com; dmarc=fail header.from=sender.example") == .contradicted)
    #expect(trust("mx.example.com; dmarc=pass; dmarc=fail") == .contradicted)
  }

  @Test func aMailThatPassedForSomebodyElseContradicts() {
    #expect(trust(passed("stranger.example")) == .contradicted)
    #expect(trust(passed("sender.example.stranger.example")) == .contradicted)
    #expect(trust(passed("notsender.example")) == .contradicted)
  }

  @Test func whatNobodyLookedAtIsUnverified() {
    #expect(trust() == .unverified)
    #expect(trust(passed("sender.example"), server: nil) == .unverified)
    #expect(trust(passed("sender.example"), server: "other.example.com") == .unverified)
    for result in ["none", "temperror", "permerror", "bestguesspass", "policy"] {
      #expect(trust("mx.example.com; dmarc=\(result) header.from=sender.example") == .unverified)
    }
    #expect(trust("mx.example.com; none") == .unverified)
    #expect(trust("mx.example.com; dmarc=pass header.from=sender.example (") == .unverified)
    #expect(trust(passed("example")) == .unverified)
    #expect(trust(passed("192.0.2.1")) == .unverified)
  }

  @Test func severalAuthorsMustAgree() {
    #expect(
      trust("mx.example.com; dmarc=pass header.from=a.example; dmarc=pass header.from=b.example")
        == .unverified)
  }

  @Test func onlyTheTopmostFieldCounts() {
    #expect(
      trust("mx.example.com; dmarc=fail", passed("sender.example")) == .contradicted)
    #expect(trust("mx.example.com; spf=none", passed("sender.example")) == .unverified)
    #expect(trust("mx.stranger.example; dmarc=fail", passed("sender.example")) == .verified)
  }

  /// Else a stranger with a domain of his own could report as anybody.
  @Test func anAddressDoesNotProveANameThatIsAnotherDomain() {
    #expect(
      trust(passed("stranger.example"), name: "sender.example", email: "a@stranger.example")
        == .unverified)
  }

  @Test func outlookReportsFromMicrosoft() {
    #expect(
      trust(passed("microsoft.com"), name: "Outlook.com", email: "dmarcreport@microsoft.com")
        == .verified)
  }

  @Test func withoutDMARCAnAlignedSignatureOrSenderIsEnough() {
    for result in [
      "dkim=pass header.d=sender.example", "dkim=fail; dkim=pass header.i=@sender.example",
      "spf=pass smtp.mailfrom=bounce@bounces.sender.example",
      "spf=pass smtp.mailfrom=sender.example",
    ] {
      #expect(trust("mx.example.com; \(result)") == .verified)
    }
    for result in [
      "dkim=pass header.d=stranger.example", "dkim=fail header.d=sender.example",
      "spf=pass smtp.helo=sender.example", "spf=softfail smtp.mailfrom=sender.example", "dkim=pass",
    ] {
      #expect(trust("mx.example.com; \(result)") == .unverified)
    }
  }

  @Test(arguments: [
    nil, "", "sender.example", "a@b@sender.example", "<a@sender.example> <b@sender.example>, x",
    "a@sender.example, b@other.example", "<a@sender.example", "a@",
    "a@sender.example (b@other.example)",
  ])
  func aFromFieldThatIsNotOneAddressIsNobodys(from: String?) {
    #expect(trust("mx.example.com; dkim=pass header.d=sender.example", from: from) == .unverified)
    #expect(trust("mx.example.com; dmarc=pass", from: from) == .unverified)
  }
}
