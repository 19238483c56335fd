import Foundation
import ReportIntake
import Testing

/// Where in a mail a report can be.
@Suite struct MailTests {
  private let packed = gzip(report("1"))

  @Test func anAttachmentIsRead() throws {
    let input = mail(text("See attachment."), attachment(packed, "application/gzip", "r.xml.gz"))
    #expect(try read(input) == Outcome(reports: [report("1")], names: ["part 3: r.xml.gz"]))
  }

  @Test func theMediaTypeAndTheNameDoNotMatter() throws {
    for type in ["text/plain", "application/zip", "application/octet-stream", "image/png", "x"] {
      #expect(try read(mail(attachment(packed, type, "r.zip"))).reports == [report("1")])
    }
    let archive = zip(ZipMember("r.xml", report("2")))
    #expect(try read(mail(attachment(archive, "text/plain", "r.gz"))).reports == [report("2")])
  }

  @Test func theReportMayBeTheWholeMail() throws {
    let fields = "Content-Type: application/gzip\nContent-Transfer-Encoding: base64\n"
    #expect(try read(plainMail(fields: fields, base64(packed))).reports == [report("1")])
    #expect(try read(plainMail(report("2"))).reports == [report("2")])
  }

  @Test func lineEndsMayBeCRLF() throws {
    let input = mail(text("Hello."), attachment(packed, "application/gzip", "r.gz"))
    let lines = String(decoding: input, as: UTF8.self).replacingOccurrences(of: "\n", with: "\r\n")
    #expect(try read(Data(lines.utf8)).reports == [report("1")])
  }

  @Test func anInlinePartIsRead() throws {
    let part = "Content-Type: application/xml\nContent-Disposition: inline\n\n\(report("1"))"
    #expect(try read(mail(part)).reports.map { $0.contains("feedback") } == [true])
  }

  @Test func twoAttachmentsAreTwoReports() throws {
    let other = zip(ZipMember("r.xml", report("2")))
    let input = mail(
      attachment(packed, "application/gzip", "a"), attachment(other, "application/zip", "b"))
    #expect(
      try read(input)
        == Outcome(reports: [report("1"), report("2")], names: ["part 2: a", "part 3: b: r.xml"]))
  }

  @Test func aMissingTransferEncodingIsSeenInTheContent() throws {
    let part = "Content-Type: application/gzip\n\n\(base64(packed))"
    #expect(try read(mail(part)).reports == [report("1")])
  }

  @Test func aWrongTransferEncodingIsSeenInTheContent() throws {
    let xml = "Content-Type: text/xml\nContent-Transfer-Encoding: base64\n\n\(report("1"))"
    #expect(try read(mail(xml)).reports.count == 1)
    let quoted =
      "Content-Type: application/gzip\nContent-Transfer-Encoding: quoted-printable\n\n"
      + base64(packed)
    #expect(try read(mail(quoted)).reports == [report("1")])
  }

  @Test func quotedPrintableIsDecoded() throws {
    let part =
      "Content-Type: text/xml\nContent-Transfer-Encoding: quoted-printable\n\n"
      + "<?xml version=3D\"1.0\"?><feed=\nback>=C3=A4</feedback>"
    #expect(try read(mail(part)).reports == ["<?xml version=\"1.0\"?><feedback>ä</feedback>"])
  }

  // Parts of more than a megabyte are decoded where they lie.
  @Test func largePartsAreDecodedWholeAndLeaveTheirNeighboursAlone() throws {
    let long = "<?xml version=\"1.0\"?>\n<feedback>" + (0..<200_000).map { "<n\($0)=/>\n" }.joined()
    let quoted =
      "Content-Type: text/xml\nContent-Transfer-Encoding: quoted-printable\n\n"
      + long.replacing("=", with: "=3D").replacing("99", with: "9=\n9") + "="
    let input = mail(
      attachment(Data(long.utf8), "text/xml", "a"), quoted,
      attachment(gzip(long), "application/gzip", "c"), attachment(packed, "application/gzip", "d"))
    let reports = try read(input).reports
    #expect(reports.map(\.count) == [long.count, long.count, long.count, report("1").count])
    #expect(reports == [long, long, long, report("1")])
  }

  // Microsoft, March 2024: the header ends early and its rest becomes the body.
  @Test func base64BehindTheRestOfAHeaderIsFound() throws {
    for encoding in ["", "Content-Transfer-Encoding: base64\n"] {
      let part = """
        Content-Type: application/gzip;
        \(encoding)name="example.net!example.org!1710000000!1710086400.xml.gz"
        Content-Disposition: attachment; filename="r.xml.gz"

        \(base64(packed))
        """
      #expect(try read(mail(part)).reports == [report("1")])
    }
  }

  @Test func aMailInAMailIsRead() throws {
    let inner = mail(attachment(packed, "application/gzip", "r.gz"))
    let lines = String(decoding: inner, as: UTF8.self)
    let attached = "Content-Type: message/rfc822\n\n\(lines)"
    #expect(try read(mail(subject: "Fwd", attached)).reports == [report("1")])
    let asFile = attachment(inner, "application/octet-stream", "report.eml")
    #expect(try read(mail(subject: "Fwd", asFile)).reports == [report("1")])
    let encoded = attachment(inner, "message/rfc822", "report.eml")
    #expect(try read(mail(subject: "Fwd", encoded)).reports == [report("1")])
  }

  // The zlib plugin of Dovecot.
  @Test func aPackedMailIsRead() throws {
    let input = gzip(mail(attachment(packed, "application/gzip", "r.gz")))
    #expect(try read(input).reports == [report("1")])
  }

  @Test func aSignedMailIsRead() throws {
    let input = mail(
      type: "multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256",
      attachment(packed, "application/gzip", "r.gz"),
      attachment(Data([0x30, 0x82, 1, 2]), "application/pkcs7-signature", "smime.p7s"))
    #expect(try read(input).reports == [report("1")])
  }

  @Test func anMboxSeparatorInFrontIsPassedOver() throws {
    let input = mail(attachment(packed, "application/gzip", "r.gz"))
    for line in ["From a@example.com Mon Mar  2 04:54:22 2026\n", ">From someone\n"] {
      #expect(try read(Data(line.utf8) + input).reports == [report("1")])
    }
  }

  @Test func textThatPeopleWriteIsNoReport() throws {
    let parts = [
      "Content-Type: text/html\n\n<html><body>hello</body></html>",
      "Content-Type: text/html\n\n<?xml version=\"1.0\"?><!DOCTYPE html><html/>",
      text("<https://example.com> is our site"),
      text("Look at this: <?xml version=\"1.0\"?><feedback>"),
    ]
    for part in parts {
      #expect(try read(mail(subject: "Hello", part)) == Outcome(setAside: [.noReport]))
    }
  }

  @Test func aReportMislabeledAsTextIsRead() throws {
    for type in ["text/plain", "text/html"] {
      #expect(try read(mail("Content-Type: \(type)\n\n\(report("1"))")).reports.count == 1)
      #expect(try read(mail("Content-Type: \(type)\n\n<feedback/>")).reports.count == 1)
    }
  }

  @Test func aMultipartThatIsNotClosedIsRead() throws {
    let whole = mail(text("Hello."), attachment(packed, "application/gzip", "r.gz"))
    #expect(try read(whole.dropLast(6)).reports == [report("1")])
  }

  @Test func aMultipartWithoutItsBoundaryIsRead() throws {
    let whole = String(
      decoding: mail(text("Hello."), attachment(packed, "application/gzip", "r.gz")),
      as: UTF8.self)
    for broken in ["", "; boundary=\"other\""] {
      let input = whole.replacingOccurrences(of: "; boundary=\"b\"", with: broken)
      #expect(try read(Data(input.utf8)).reports == [report("1")])
    }
  }

  @Test func aMailWithAnArchiveBehindAProgramIsRead() throws {
    let program = Data([0x4d, 0x5a, 0, 1, 2]) + zip(ZipMember("r.xml", report("1")))
    let input = mail(attachment(program, "application/octet-stream", "r.exe"))
    #expect(try read(input).reports == [report("1")])
  }

  // RFC 5322 4.2
  @Test func aLineOfWhiteSpaceDoesNotEndTheHeader() throws {
    let fields = " \nContent-Type: application/gzip\nContent-Transfer-Encoding: base64\n"
    #expect(try read(plainMail(fields: fields, base64(packed))).reports == [report("1")])
  }
}
