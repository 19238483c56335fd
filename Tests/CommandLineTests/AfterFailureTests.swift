import Foundation
import TestSupport
import Testing

/// Mail that cannot be moved stays, its report is stored, and a line says why.
@Suite struct AfterFailureTests {
  @Test func aNameTooLongToBeMarkedAsReadIsToldOf() throws {
    try TemporaryFolder.with { folder in
      let maildir = folder.path("Maildir")
      for name in ["cur", "new", "tmp"] {
        try FileManager.default.createDirectory(
          atPath: "\(maildir)/\(name)", withIntermediateDirectories: true)
      }
      // 255 bytes, the most a name may have: ":2,S" does not go behind it.
      let name = String(repeating: "a", count: 255)
      let report = Places.samples.appending(path: "single/report.xml")
      let mail = try Mail.wrapping(Data(contentsOf: report), name: "report.xml")
      try mail.write(to: URL(fileURLWithPath: "\(maildir)/new/\(name)"))
      let outcome = try Program.dmarcReport.run([
        "import", "--quiet", "--after", "seen", "--database", folder.path("r.sqlite"), maildir,
      ])
      #expect(
        outcome.diagnosticLines == [
          """
          warning: \(maildir)/new/\(name): cannot be moved or deleted as --after asks: \
          File name too long
          """
        ])
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(maildir)/new") == [name])
      #expect(try Reports.count(folder.path("r.sqlite")) == 1)
    }
  }
}
