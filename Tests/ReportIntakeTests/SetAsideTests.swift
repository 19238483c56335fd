import Foundation
import ReportIntake
import Testing

/// Mail without an aggregate report: what is an error and what is not.
@Suite struct SetAsideTests {
  @Test func anOrdinaryMailIsNoReport() throws {
    #expect(try read(mail(subject: "Hello", text("hi"))) == Outcome(setAside: [.noReport]))
    let picture = attachment(Data([0x89, 0x50, 0x4e, 0x47]), "image/png", "a.png")
    #expect(try read(mail(subject: "Hello", picture)) == Outcome(setAside: [.noReport]))
    let archive = attachment(zip(ZipMember("a.txt", "hi")), "application/zip", "a.zip")
    #expect(try read(mail(subject: "Hello", archive)) == Outcome(setAside: [.noReport]))
  }

  @Test func aMailThatAnnouncesAReportAndHasNoneIsRefused() throws {
    let png = gzip(Data([0x89, 0x50, 0x4e, 0x47]))
    #expect(
      try read(mail(text("hi"), attachment(png, "application/gzip", "r.gz"))).refusals
        == [Refusal(name: "part 3: r.gz", error: .notAReport(.png))])
    #expect(try read(mail(text("unused"))).errors == [.notAReport(.unused)])
    #expect(try read(mail(text("hi"))).refusals == [Refusal(name: "", error: .notAReport(.mail))])
    let named = attachment(Data("hi".utf8), "application/gzip", "a.example!b.example!1!2.xml.gz")
    #expect(try read(mail(subject: "x", named)).errors == [.notAReport(.plainText)])
  }

  @Test func aTLSReportIsSetAside() throws {
    let json = #"{"organization-name": "example", "policies": []}"#
    let inputs = [
      Data(json.utf8), gzip(json),
      mail(attachment(gzip(json), "application/tlsrpt+gzip", "r.json.gz")),
      mail(attachment(Data(json.utf8), "application/tlsrpt+json", "r.json")),
      mail(attachment(gzip(json), "application/octet-stream", "r.json.gz")),
      mail(attachment(Data(json.utf8), "application/json", "r.json")),
      mail(type: "multipart/report; report-type=tlsrpt", text("hi")),
    ]
    for input in inputs { #expect(try read(input) == Outcome(setAside: [.tlsReport])) }
  }

  @Test func aFailureReportIsSetAsideAndTheMailInItIsLeftAlone() throws {
    let fields = "Content-Type: message/feedback-report\n\nFeedback-Type: auth-failure\n"
    let original =
      "Content-Type: message/rfc822\n\nFrom: a@example.com\nSubject: x\n\n\(report("1"))"
    for type in ["multipart/report; report-type=feedback-report", "multipart/mixed"] {
      let input = mail(type: type, text("hi"), fields, original)
      #expect(try read(input) == Outcome(setAside: [.failureReport]))
    }
  }

  @Test func anEncryptedMailIsSetAside() throws {
    let inputs = [
      mail(type: "multipart/encrypted; protocol=\"application/pgp-encrypted\"", text("x")),
      plainMail(fields: "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n", "MII"),
      plainMail("-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n"),
    ]
    for input in inputs { #expect(try read(input) == Outcome(setAside: [.encrypted])) }
  }

  @Test func theHeaderOfTheOutermostMailIsTold() throws {
    let inner = mail(subject: "inner", text("hi"))
    let input = Data(
      """
      Authentication-Results: mail.example.org;
      \tdmarc=pass header.from=example.com
      Authentication-Results: other.example.org; none
      From: =?utf-8?q?R=C3=A9ports?= <a@example.com>
      Subject: =?utf-8?B?W1ByZXZpZXdd?= Report
       Domain: example.org
      Date: Mon, 2 Mar 2026 04:54:20 +0000
      message-id: <7@example.com>
      Content-Type: message/rfc822

      \(String(decoding: inner, as: UTF8.self))
      """.utf8)
    var facts = MailFacts()
    facts.subject = "[Preview] Report Domain: example.org"
    facts.from = "=?utf-8?q?R=C3=A9ports?= <a@example.com>"
    facts.messageID = "<7@example.com>"
    facts.date = "Mon, 2 Mar 2026 04:54:20 +0000"
    facts.authenticationResults = [
      "mail.example.org;\tdmarc=pass header.from=example.com", "other.example.org; none",
    ]
    try TemporaryDirectory.with { directory in
      let item = try Inbox(path: directory.write(input, "m")).items()[0]
      #expect(ItemReader().read(item) { _ in }.mail == facts)
    }
  }
}
