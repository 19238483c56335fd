import Foundation
import ReportIntake
import Testing

/// Which header a report is judged by.
@Suite struct DeliveredMailTests {
  private let packed = gzip(report("1"))

  private func inner() -> Data {
    Data("Authentication-Results: inner.example; dmarc=pass\n".utf8)
      + mail(attachment(packed, "application/gzip", "r.gz"))
  }

  private func outer(_ part: String) -> Data {
    Data("Authentication-Results: outer.example;\n dmarc=fail\n".utf8) + mail(subject: "Fwd", part)
  }

  /// The fields known of the mail around each report, by what kind of item it stands in.
  private func fields(_ bytes: Data, inMaildir: Bool) throws -> [[String]?] {
    try TemporaryDirectory.with { directory in
      let folder = inMaildir ? try directory.maildir() : directory.path
      let file = inMaildir ? "Maildir/new/1.a.b" : "input"
      let path = try directory.write(bytes, file)
      var found: [[String]?] = []
      for item in try Inbox(path: inMaildir ? folder : path).items() {
        _ = ItemReader().read(item) { found.append($0.mail?.authenticationResults) }
      }
      return found
    }
  }

  @Test func theHeaderOfTheDeliveredMailCounts() throws {
    let own = ["inner.example; dmarc=pass"]
    #expect(try fields(inner(), inMaildir: true) == [own])
    #expect(try fields(inner(), inMaildir: false) == [own])
  }

  @Test func theHeaderOfAnAttachedMailDoesNot() throws {
    let text = String(decoding: inner(), as: UTF8.self)
    let own = ["outer.example; dmarc=fail"]
    let attached = outer("Content-Type: message/rfc822\n\n\(text)")
    #expect(try fields(attached, inMaildir: true) == [own])
    let file = outer(attachment(inner(), "application/octet-stream", "r.eml"))
    #expect(try fields(file, inMaildir: true) == [own])
    let zipped = outer(
      attachment(zip(ZipMember("r.eml", text)), "application/zip", "r.zip"))
    #expect(try fields(zipped, inMaildir: true) == [own])
  }

  /// An attachment that a script saved may be a mail that its sender packed.
  @Test func aMailPackedIntoAFileIsNotADeliveredOne() throws {
    #expect(try fields(gzip(inner()), inMaildir: false) == [nil])
    #expect(try fields(gzip(inner()), inMaildir: true) == [["inner.example; dmarc=pass"]])
  }

  @Test func aReportWithoutAMailHasNoHeader() throws {
    #expect(try fields(packed, inMaildir: false) == [nil])
  }
}
