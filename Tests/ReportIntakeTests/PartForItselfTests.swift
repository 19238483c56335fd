import Foundation
import ReportIntake
import Testing

/// What one part of a mail is says nothing of another, and no label says anything of its part.
@Suite struct PartForItselfTests {
  private let packedReport = attachment(gzip(report("1")), "application/gzip", "r.gz")
  private let failure =
    "Content-Type: message/feedback-report\n\nFeedback-Type: auth-failure\nVersion: 1\n"
  private let original =
    "Content-Type: message/rfc822\n\nFrom: a@example.com\nSubject: x\n\n\(report("9"))"
  private let json = #"{"organization-name": "example", "policies": []}"#

  private func attached(_ mail: Data) -> String {
    "Content-Type: message/rfc822\n\n\(String(decoding: mail, as: UTF8.self))"
  }

  @Test func aFailureReportHidesNoReportBesideIt() throws {
    let report = self.mail(text("hi"), failure, original)
    for parts in [
      [packedReport, failure], [failure, packedReport], [failure, original, packedReport],
    ] {
      let outcome = try read(wrapped(parts))
      #expect(outcome.reports.count == 1 && outcome.setAside == [.failureReport])
    }
    for mails in [[report, aggregate], [aggregate, report], [aggregate, report, aggregate]] {
      let outcome = try read(wrapped(mails.map(attached)))
      #expect(outcome.reports.count == mails.filter { $0 == aggregate }.count)
      #expect(outcome.setAside == [.failureReport])
    }
    let members = [
      ZipMember("a.eml", aggregate), ZipMember("b.eml", report), ZipMember("c.eml", aggregate),
    ]
    let outcome = try read(zip(members[0], members[1], members[2]))
    #expect(outcome.reports.count == 2 && outcome.setAside == [.failureReport])
  }

  @Test func aTLSReportHidesNoReportBesideIt() throws {
    let tls = attachment(gzip(json), "application/tlsrpt+gzip", "r.json.gz")
    for parts in [[tls, packedReport], [packedReport, tls]] {
      let outcome = try read(wrapped(parts))
      #expect(outcome.reports.count == 1 && outcome.setAside == [.tlsReport])
    }
  }

  @Test func whatIsEncryptedBesideAReportIsSaid() throws {
    let message = text("-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n")
    let outcome = try read(wrapped([message, packedReport]))
    #expect(outcome.reports.count == 1 && outcome.setAside == [.encrypted])
    let archive = attachment(
      Data([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), "application/x-7z", "b.7z")
    #expect(try read(wrapped([packedReport, archive])).errors == [.notAReport(.sevenZip)])
  }

  @Test(arguments: [
    "multipart/report; report-type=feedback-report", "multipart/report; report-type=tlsrpt",
    "multipart/encrypted", "multipart/report",
  ])
  func aLabelHidesNothing(type: String) throws {
    #expect(
      try read(ReportIntakeTests.mail(type: type, text("hi"), packedReport)).reports == [
        report("1")
      ])
  }

  @Test(arguments: [
    "message/feedback-report", "application/tlsrpt+gzip", "application/tlsrpt+json",
    "application/pkcs7-mime", "application/pgp-encrypted", "text/plain", "image/png",
  ])
  func theBytesDecideBeforeTheType(type: String) throws {
    let outcome = try read(wrapped([attachment(gzip(report("1")), type, "x")]))
    #expect(outcome.reports == [report("1")] && outcome.setAside == [])
  }

  @Test func whatIsOnlySignedIsRead() throws {
    let part =
      "Content-Type: application/gzip\nContent-Transfer-Encoding: base64\n\n"
      + base64(gzip(report("1")))
    for message in [SignedData.of(Data(part.utf8)), SignedData.streamed(Data(part.utf8))] {
      for type in ["signed-data", "enveloped-data"] {
        let fields =
          "Content-Type: application/pkcs7-mime; smime-type=\(type)\n"
          + "Content-Transfer-Encoding: base64\n"
        #expect(try read(plainMail(fields: fields, base64(message))).reports == [report("1")])
      }
      for length in 1..<message.count where length % 7 == 0 {
        let cut = attachment(message.prefix(length), "application/pkcs7-mime", "smime.p7m")
        #expect(try read(wrapped([cut])).reports.count <= 1)
      }
    }
  }

  @Test func anXMLFileInAnOrdinaryMailIsNoReport() throws {
    let documents = [
      "<?xml version=\"1.0\"?><Invoice/>", "<rss><channel/></rss>", "<a:b xmlns:a='x'/>",
    ]
    for document in documents {
      let part = attachment(Data(document.utf8), "application/xml", "a.xml")
      #expect(
        try read(ReportIntakeTests.mail(subject: "Invoice", text("hi"), part))
          == Outcome(setAside: [.noReport]))
      #expect(try read(wrapped([part])).errors == [.notAReport(.xml)])
      let packed = attachment(zip(ZipMember("a.xml", document)), "application/zip", "a.zip")
      #expect(
        try read(ReportIntakeTests.mail(subject: "Invoice", packed))
          == Outcome(setAside: [.noReport]))
    }
  }

  @Test func anAnnouncementIsSeenHoweverTheSubjectIsFolded() throws {
    for subject in [
      "Report\n\tDomain: example.org", "Report \n Domain: example.org", "REPORT  DOMAIN: a",
    ] {
      #expect(try read(plainMail(subject: subject, "stripped")).errors == [.notAReport(.mail)])
    }
  }

  private func wrapped(_ parts: [String]) -> Data {
    let body = parts.map { "--b\n\($0)\n" }.joined() + "--b--\n"
    return Data(
      "From: a@example.com\nSubject: \(announcement)\nContent-Type: multipart/mixed; boundary=b\n\n\(body)"
        .utf8)
  }

  private var aggregate: Data {
    Data(
      "From: a@example.com\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\(packedReport)\n--c--\n"
        .utf8)
  }

  private func mail(_ parts: String...) -> Data {
    let body = parts.map { "--d\n\($0)\n" }.joined() + "--d--\n"
    return Data(
      ("From: a@example.com\nSubject: failure\n"
        + "Content-Type: multipart/report; report-type=feedback-report; boundary=d\n\n\(body)").utf8
    )
  }
}
