import Foundation
import Testing

@testable import ReportIntake

/// Large mails are read from their files piece by piece; these tests take every mail for one.
@Suite struct LargeMailTests {
  private func readAsLarge(_ items: some Sequence<IntakeItem>) -> Outcome {
    readAll(items, by: ItemReader(limits: .init(), largeMailBytes: 0, largePartBytes: 0))
  }

  private static let folders: [String] = {
    var package = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { package.deleteLastPathComponent() }
    return [package.appending(path: "samples").path] + (Corpus.folder.map { [$0] } ?? [])
  }()

  @Test(arguments: folders) func theyAreReadAsTheyWouldBeInMemory(folder: String) throws {
    for item in try Inbox(path: folder).items() {
      let outcome = readAll([item])
      #expect(readAsLarge([item]) == outcome, "\(item.name)")
    }
  }

  static let mails: [Data] = {
    let xml = report("1")
    let gz = attachment(gzip(xml), "application/gzip", "r.xml.gz")
    let nested = String(decoding: mail(gz), as: UTF8.self)
    return [
      mail(gz), mail(gz, gz), mail(text("hello"), gz), mail(text("hello")), plainMail(xml),
      mail(attachment(zip(ZipMember("r.xml", xml)), "application/zip", "r.zip")),
      mail("Content-Type: message/rfc822\n\n" + nested),
      mail(
        "Content-Type: text/xml\nContent-Transfer-Encoding: quoted-printable\n\n"
          + xml.replacingOccurrences(of: "=", with: "=3D")),
      mail("Content-Type: application/xml\n\n" + xml),
      mail("Content-Type: text/plain\n\n<html>" + xml),
      plainMail(base64(gzip(xml))), Data("\n\n".utf8) + mail(gz), mail(gz).prefix(900),
      Data("From a@example.org Thu Jan  1 00:00:00 1970\n".utf8) + mail(gz),
      Data("Subject: none\n".utf8), Data("\n".utf8), Data(),
    ]
  }()

  @Test(arguments: mails) func whatIsOddInThemIsReadAlike(mail: Data) throws {
    try TemporaryDirectory.with { directory in
      let path = try directory.maildir("box")
      try directory.write(mail, "box/new/1.mx")
      try directory.write(mail, "file")
      for items in [
        try Inbox(path: path).items(), try Inbox(path: directory.path + "/file").items(),
      ] {
        #expect(readAsLarge(items) == readAll(items))
      }
    }
  }

  @Test func aLargeOneCanBeReadTwice() throws {
    // Does not compress, so that the mail is as large as the report.
    var random = SystemRandomNumberGenerator()
    let noise = (0..<600_000).map { _ in String(random.next(), radix: 36) }.joined()
    let xml = report("1").replacingOccurrences(of: "<feedback>", with: "<feedback><!--\(noise)-->")
    try TemporaryDirectory.with { directory in
      let path = try directory.maildir("box")
      try directory.write(
        mail(text("hello"), attachment(gzip(xml), "application/gzip", "r.gz")), "box/new/1.mx")
      var readings: [String] = []
      for item in try Inbox(path: path).items() {
        _ = try ItemReader().read(item) { payload in
          readings.append(try text(of: payload))
          try payload.rewind()
          readings.append(try text(of: payload))
        }
      }
      #expect(readings == [xml, xml])
    }
  }
}
