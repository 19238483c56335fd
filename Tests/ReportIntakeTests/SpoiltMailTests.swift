import Foundation
import ReportIntake
import Testing

/// Mail that gateways, filters and old programs have spoilt.
@Suite struct SpoiltMailTests {
  private let packedReport = gzip(report("1"))

  private static let brokenLines = [
    "no colon in this line", "X Filter Note: checked", ">From a@example.com Mon Nov 23 2026",
    "From a@example.com Mon Nov 23 09:15:00 2026", ": no name", "\u{e4}\u{f6}: x", "====",
    "(c) 2026",
  ]

  @Test(arguments: brokenLines) func aBrokenLineDoesNotEndTheHeader(line: String) throws {
    let whole = mail(text("hi"), attachment(packedReport, "application/gzip", "r.gz"))
    let lines = String(decoding: whole, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let header = lines.firstIndex(of: "") ?? 0
    for place in 1...header - 1 {
      var spoilt = lines
      spoilt.insert(Substring(line), at: place)
      #expect(try read(Data(spoilt.joined(separator: "\n").utf8)).reports == [report("1")])
    }
    let fields = "\(line)\nContent-Type: application/gzip\nContent-Transfer-Encoding: base64\n"
    #expect(try read(plainMail(fields: fields, base64(packedReport))).reports == [report("1")])
  }

  @Test func aBodyWithoutAnEmptyLineBeforeItIsRead() throws {
    let input = "From: a@example.com\nSubject: \(announcement)\n\(report("1"))"
    #expect(try read(Data(input.utf8)).reports.count == 1)
  }

  @Test func aMarkBeforeASavedMailIsPassedOver() throws {
    let whole = mail(attachment(packedReport, "application/gzip", "r.gz"))
    #expect(try read(Data([0xef, 0xbb, 0xbf]) + whole).reports == [report("1")])
  }

  @Test func base64MayLackItsPaddingAndBeForURLs() throws {
    for length in 0..<6 {
      let data = gzip(report(String(repeating: "?>", count: length) + "1"))
      let plain = base64(data)
      let forURLs = plain.replacing("+", with: "-").replacing("/", with: "_")
      for text in [plain, forURLs] {
        let bare = text.replacing("=", with: "")
        let fields = "Content-Type: application/gzip\nContent-Transfer-Encoding: base64\n"
        #expect(try read(plainMail(fields: fields, bare)).reports.count == 1)
        #expect(try read(Data(bare.utf8)).reports.count == 1)
      }
    }
  }

  @Test func largePartsOfSuchBase64AreReadPieceByPiece() throws {
    let long = (0..<60_000).map { "<record>\($0 &* 7919)</record>" }.joined()
    let data = gzip("<feedback>\(long)</feedback>")
    let text = base64(data).replacing("=", with: "").replacing("+", with: "-").replacing(
      "/", with: "_")
    let fields = "Content-Type: application/gzip\nContent-Transfer-Encoding: base64\n"
    #expect(try read(plainMail(fields: fields, text)).reports.count == 1)
  }

  @Test func uuencodedDataIsReadUnderItsNameAndWithinText() throws {
    let encoded = uuencoded(packedReport)
    for name in ["x-uuencode", "uuencode", "7bit", "x-uue"] {
      let part = "Content-Type: application/gzip\nContent-Transfer-Encoding: \(name)\n\n\(encoded)"
      #expect(try read(mail(part)).reports == [report("1")], "\(name)")
    }
    let other = uuencoded(gzip(report("2")))
    let within = text("Dear postmaster,\n\n\(encoded)\nand another:\n\(other)\nYours")
    #expect(try read(mail(within)).reports == [report("1"), report("2")])
    #expect(try read(plainMail(subject: "hi", "Hello.\n\(encoded)")).reports == [report("1")])
    #expect(try read(Data(encoded.utf8)).reports == [report("1")])
  }

  @Test func uuencodedLinesMayHaveLostTheirSpaces() throws {
    let encoded = uuencoded(Data(report("a b  c").utf8)).replacing("`", with: " ")
    let lines = encoded.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }
    #expect(try read(Data(lines.joined(separator: "\n").utf8)).reports == [report("a b  c")])
  }

  @Test func aSavedMailAttachedAsTextIsRead() throws {
    let saved = mail(attachment(packedReport, "application/gzip", "r.gz"))
    for type in ["text/plain", "text/html", "application/octet-stream", "text/x-eml"] {
      let outer = mail(subject: "Fwd", text("See below."), attachment(saved, type, "report.eml"))
      #expect(try read(outer).reports == [report("1")], "\(type)")
    }
    let inline = "Content-Type: text/plain; name=r.eml\n\n\(String(decoding: saved, as: UTF8.self))"
    #expect(
      try read(
        mail(subject: "Fwd", inline.replacing("--b", with: "--c").replacing("\"b\"", with: "\"c\""))
      ).reports == [report("1")])
  }

  @Test func aBodyThatNothingAnnouncesIsLookedInto() throws {
    #expect(
      try read(plainMail(subject: "hi", "Hello.\n\n\(base64(packedReport))")).reports == [
        report("1")
      ])
    #expect(try read(plainMail(subject: "hi", base64(packedReport))).reports == [report("1")])
  }

  @Test func wideTextMayBeginWithALineEnd() throws {
    let text = "\n\(report("1"))"
    let little = text.data(using: .utf16LittleEndian)!
    for data in [Data([0xff, 0xfe]) + little, little, text.data(using: .utf16BigEndian)!] {
      #expect(try read(data).names == [""])
    }
  }
}
