import Foundation
import TestSupport

/// One kind of bad input.
struct BadInput {
  let name: String
  let data: Data

  /// The hostile samples, and what is missing among them.
  static func all() throws -> [BadInput] {
    try samples() + built()
  }

  private static func samples() throws -> [BadInput] {
    let folder = Places.samples.appending(path: "hostile")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      BadInput(name: name, data: try Data(contentsOf: folder.appending(path: name)))
    }
  }

  private static func built() throws -> [BadInput] {
    let report = try String(
      contentsOf: Places.samples.appending(path: "single/report.xml"), encoding: .utf8)
    let lacking = ["report_metadata", "report_id", "date_range", "policy_published"].map { name in
      BadInput(name: "lacks-\(name).xml", text: report.withoutElement(name))
    }
    return lacking + [
      BadInput(
        name: "lacks-reporter.xml",
        text: report.withoutElement("org_name").withoutElement("email")),
      BadInput(name: "lacks-records.xml", text: report.withoutElements("record")),
      BadInput(name: "lacks-count.xml", text: report.withoutElement("count")),
      BadInput(name: "lacks-address.xml", text: report.withoutElement("source_ip")),
      BadInput(
        name: "count-of-thousands.xml", text: report.replacing("<count>42<", with: "<count>1,042<")),
      BadInput(
        name: "several-rows.xml",
        text: report.replacing(
          "</row>", with: "</row><row><source_ip>192.0.2.99</source_ip><count>1</count></row>")),
      BadInput(
        name: "of-the-future.xml", text: report.withTimes(begin: "3786912000", end: "3786998399")),
      BadInput(name: "of-long-ago.xml", text: report.withTimes(begin: "0", end: "86399")),
      BadInput(
        name: "date-of-iso8601.xml",
        text: report.withTimes(begin: "2026-09-01T00:00:00Z", end: "2026-09-01 23:59:59+00:00")),
      BadInput(
        name: "domain-in-signs.xml",
        text: report.replacing("<domain>example.com<", with: "<domain>example.com&lt;&lt;&lt;<")),
      BadInput(
        name: "two-domains.xml",
        text: report.replacing("<domain>example.com<", with: "<domain>example.com example.net<")),
      BadInput(
        name: "schema-not-closed.xml",
        text: report.replacing(
          "<report_metadata>",
          with: "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n<report_metadata>")),
      BadInput(name: "two-reports.xml", text: report + report.droppingFirstLine),
      BadInput(name: "unclosed.xml", text: report.replacing("</feedback>", with: "</feedbac")),
      BadInput(
        name: "address-in-brackets.xml",
        text: report.replacing("<email>", with: "<email><").replacing("</email>", with: "></email>")
      ),
      BadInput(name: "picture.png", data: Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
      BadInput(name: "document.pdf", text: "%PDF-1.7\n"),
      BadInput(name: "archive.7z", data: Data([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4])),
      BadInput(name: "archive.xz", data: Data([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0, 4])),
      BadInput(name: "archive.bz2", text: "BZh91AY&SY"),
      BadInput(name: "tls-report.json", text: tlsReport),
      BadInput(name: "ordinary.eml", text: "From: a@example.com\nSubject: Lunch\n\nAt noon?\n"),
      BadInput(name: "encrypted.eml", text: encryptedMail),
      BadInput(
        name: "invoice.eml",
        data: Mail.wrapping(Data("<?xml version=\"1.0\"?><Invoice/>".utf8), name: "invoice.xml")
          .replacingSubject("Report Domain: example.com", with: "Your invoice")),
      BadInput(
        name: "stripped.eml", text: "From: a@example.com\nSubject: Report\n\tDomain: b\n\nGone.\n"),
    ]
  }

  private init(name: String, data: Data) {
    self.name = name
    self.data = data
  }

  private init(name: String, text: String) {
    self.init(name: name, data: Data(text.utf8))
  }

  private static let tlsReport = """
    {"organization-name": "receiver.example", "date-range":
     {"start-datetime": "2026-10-01T00:00:00Z", "end-datetime": "2026-10-01T23:59:59Z"},
     "contact-info": "tls@receiver.example", "report-id": "1", "policies": []}
    """

  private static let encryptedMail = """
    From: reports@receiver.example
    Subject: Report Domain: example.com
    MIME-Version: 1.0
    Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary="b"

    --b
    Content-Type: application/pgp-encrypted

    Version: 1

    --b
    Content-Type: application/octet-stream

    -----BEGIN PGP MESSAGE-----

    --b--

    """
}

extension String {
  /// The text without the first element of a name.
  fileprivate func withoutElement(_ name: String) -> String {
    guard let start = range(of: "<\(name)>"), let end = range(of: "</\(name)>") else { return self }
    return replacingCharacters(in: start.lowerBound..<end.upperBound, with: "")
  }

  /// The text without any element of a name.
  fileprivate func withoutElements(_ name: String) -> String {
    let less = withoutElement(name)
    return less == self ? self : less.withoutElements(name)
  }

  fileprivate var droppingFirstLine: String {
    split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n")
  }
}

extension String {
  /// The report with another period.
  fileprivate func withTimes(begin: String, end: String) -> String {
    replacing(/<begin>[^<]*</, with: "<begin>\(begin)<").replacing(
      /<end>[^<]*</, with: "<end>\(end)<")
  }
}

extension Data {
  fileprivate func replacingSubject(_ text: String, with other: String) -> Data {
    Data(String(decoding: self, as: UTF8.self).replacing(text, with: other).utf8)
  }
}
