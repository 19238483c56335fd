import Foundation
import ReportIntake
import Testing

/// Every container may hold every form: all of them, in one another.
@Suite struct NestingTests {
  /// What holds something else.
  struct Container: Sendable {
    let name: String
    let wrap: @Sendable (Data) -> Data
  }

  private static let containers: [Container] = packers + texts + mails

  private static let packers: [Container] =
    PackedFormat.allCases.map { format in
      Container(name: format.rawValue) { packed($0, format) }
    } + [
      Container(name: "gzip") { gzip($0) },
      Container(name: "zlib") { deflated($0, windowBits: 15) },
      Container(name: "tar") { tar(("readme", Data("hello".utf8)), ("a", $0)) },
      Container(name: "zip") { zip(ZipMember("readme", "hello"), ZipMember("a", $0)) },
    ]

  private static let texts: [Container] = [
    Container(name: "base64") { Data(base64($0).utf8) },
    Container(name: "uuencode") { Data(uuencoded($0).utf8) },
    Container(name: "S/MIME") { signed($0) },
  ]

  private static let mails: [Container] = [
    Container(name: "attachment") {
      mail(text("hi"), attachment($0, "application/octet-stream", "a"))
    },
    Container(name: "text attachment") { mail(text("hi"), attachment($0, "text/plain", "a.txt")) },
    Container(name: "whole mail") { whole($0) },
    Container(name: "digest") { inner in
      let first = "\n" + String(decoding: plainMail("hello"), as: UTF8.self)
      let second = "\n" + String(decoding: whole(inner), as: UTF8.self)
      return mail(type: "multipart/digest", first, second)
    },
    Container(name: "attached mail") { inner in
      let part = "Content-Type: message/rfc822\n\n" + String(decoding: whole(inner), as: UTF8.self)
      return mail(text("hi"), part)
    },
    Container(name: "mbox") { mbox(plainMail(subject: "hi", "hello"), whole($0)) },
  ]

  /// What holds reports, and how many.
  struct Form: Sendable {
    let name: String
    let data: Data
    let reports: Int

    init(_ name: String, _ data: Data, _ reports: Int) {
      self.name = name
      self.data = data
      self.reports = reports
    }
  }

  private static let forms: [Form] = [
    Form("XML", Data(report("1").utf8), 1),
    Form("XML with a mark", Data([0xef, 0xbb, 0xbf]) + Data(report("1").utf8), 1),
    Form("UTF-16", wide(report("1")), 1),
    Form("mail", mail(text("hi"), packedReport("1")), 1),
    Form("mail of two", mail(packedReport("1"), packedReport("2")), 2),
    Form("mbox", mbox(plainMail(report("1")), plainMail(report("2")), plainMail(report("3"))), 3),
    Form("TLS report", Data(tlsReport.utf8), 1),
    Form("failure report", Data(failureReport.utf8), 1),
    Form("zip of two", zip(ZipMember("a", report("1")), ZipMember("b", report("2"))), 2),
  ]

  private static let tlsReport = """
    {"organization-name":"Receiver","report-id":"r","policies":[]}
    """
  private static let failureReport = """
    Feedback-Type: auth-failure
    User-Agent: Receiver/1.0
    Version: 1

    """

  /// Reports of every kind.
  private static func count(_ outcome: Outcome) -> Int {
    outcome.reports.count
      + outcome.setAside.count { $0 == .tlsReport || $0 == .failureReport }
  }

  /// Text as UTF-16, the lowest byte first, behind a mark.
  private static func wide(_ text: String) -> Data {
    Data([0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] })
  }

  private static func packedReport(_ id: String) -> String {
    attachment(gzip(report(id)), "application/gzip", "r.gz")
  }

  private static func whole(_ data: Data) -> Data {
    plainMail(
      fields: "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n",
      base64(data))
  }

  private static func mbox(_ mails: Data...) -> Data {
    mails.reduce(Data()) { box, mail in
      box + Data("From a@example.com Mon Nov 23 09:15:00 2026\n".utf8) + mail + Data("\n".utf8)
    }
  }

  /// A mail that is signed as a whole (RFC 8551 3.5.2), by nobody.
  private static func signed(_ data: Data) -> Data {
    let part =
      "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n\(base64(data))"
    let message = SignedData.of(Data(part.utf8))
    return plainMail(
      fields: "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n"
        + "Content-Transfer-Encoding: base64\n", base64(message))
  }

  /// Whether this nesting is one that can be told: bare base64 text is, where it begins as what it
  /// holds, and text that is no container is not looked for in text.
  private static func isTold(_ outer: String, _ inner: Data) -> Bool {
    guard outer == "base64" else { return true }
    return [
      "H4sI", "UEsDB", "PD94bWwg", "77u/PD94", "KLUv/", "BCJNGG", "/Td6WFoA", "QlpoO", "//48AD8A",
    ]
    .contains { base64(inner).hasPrefix($0) }
  }

  @Test(arguments: containers.indices) func aContainerMayHoldEveryForm(index: Int) throws {
    let outer = Self.containers[index]
    for form in Self.forms where Self.isTold(outer.name, form.data) {
      let outcome = try read(outer.wrap(form.data))
      #expect(Self.count(outcome) == form.reports, "\(form.name) in \(outer.name)")
      #expect(outcome.refusals.allSatisfy { $0.name.contains("readme") })
    }
  }

  /// The forms that are tried two containers deep: with those, well over a thousand inputs.
  private static let deep: Set = ["XML", "mail of two", "mbox", "TLS report", "failure report"]

  @Test(arguments: containers.indices) func aContainerMayHoldEveryOther(index: Int) throws {
    let outer = Self.containers[index]
    for middle in Self.containers {
      for form in Self.forms where Self.deep.contains(form.name) {
        let inner = middle.wrap(form.data)
        guard Self.isTold(outer.name, inner), Self.isTold(middle.name, form.data) else { continue }
        let outcome = try read(outer.wrap(inner))
        #expect(
          Self.count(outcome) == form.reports,
          "\(form.name) in \(middle.name) in \(outer.name): \(outcome.refusals) \(outcome.setAside)"
        )
      }
    }
  }

  @Test func whatNestsTooDeepIsRefusedAndSaid() throws {
    for container in Self.containers where container.name != "digest" {
      var data = Data(report("1").utf8)
      for _ in 0..<12 {
        guard Self.isTold(container.name, data) else { break }
        data = container.wrap(data)
      }
      let outcome = try read(data)
      let isSaid = outcome.errors.contains { error in
        if case .limitExceeded = error { true } else { false }
      }
      #expect(outcome.reports.count == 1 || isSaid, "\(container.name)")
    }
  }
}

/// The structure of S/MIME around data (RFC 5652 5.1), with no signers.
enum SignedData {
  static func of(_ content: Data) -> Data {
    let octets = element(0x04, content)
    let inner = element(0x30, oid([1, 1]) + element(0xa0, octets))
    let data = element(
      0x30, element(0x02, Data([1])) + element(0x31, Data()) + inner + element(0x31, Data()))
    return element(0x30, oid([2]) + element(0xa0, data))
  }

  /// The same with lengths that are not given, and the content in pieces, as OpenSSL streams it.
  static func streamed(_ content: Data) -> Data {
    let pieces = stride(from: 0, to: content.count, by: 100).map { start in
      element(0x04, content.dropFirst(start).prefix(100))
    }
    let inner = open(0x30, oid([1, 1]) + open(0xa0, open(0x24, pieces.reduce(Data(), +))))
    let data = open(0x30, element(0x02, Data([1])) + element(0x31, Data()) + inner)
    return open(0x30, oid([2]) + open(0xa0, data))
  }

  private static func oid(_ end: [UInt8]) -> Data {
    element(0x06, Data([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07] + end.prefix(1)))
  }

  private static func element(_ tag: UInt8, _ content: Data) -> Data {
    let count = content.count
    let length: [UInt8] =
      count < 0x80
      ? [UInt8(count)]
      : [0x83] + [16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
    return Data([tag] + length) + content
  }

  private static func open(_ tag: UInt8, _ content: Data) -> Data {
    Data([tag, 0x80]) + content + Data([0, 0])
  }
}
