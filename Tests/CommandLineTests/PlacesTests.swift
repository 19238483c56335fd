import Foundation
import TestSupport
import Testing

/// What is read, and where things are kept, whatever folder the program is started in.
struct PlacesTests {
  private let report = Places.samples.appending(path: "single/report.xml")

  /// Runs the program in a folder with nothing else in its environment.
  private func run(in folder: String, _ variables: [String], _ arguments: [String]) throws
    -> Outcome
  {
    let line =
      "cd \(folder) && exec env -i \(variables.joined(separator: " ")) "
      + ([Program.dmarcReport.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    return try Program(path: "/bin/sh").run(["-c", line])
  }

  @Test func withoutAHomeNothingIsKeptBelowTheCurrentFolder() throws {
    try TemporaryFolder.with { folder in
      for variables in [[], ["HOME="], ["HOME=relative"], ["XDG_DATA_HOME=relative", "HOME="]] {
        let outcome = try run(in: folder.url.path, variables, ["status"])
        #expect(outcome.diagnostics.hasPrefix("error: database /"))
        #expect(!outcome.diagnostics.contains(folder.url.path))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
    }
  }

  @Test func aTildeBehindAnOptionIsTheHome() throws {
    try TemporaryFolder.with { folder in
      let home = ["HOME=\(folder.path("home"))"]
      try folder.folder("home")
      try folder.folder("here")
      let arguments = ["import", "--quiet", "--database=~/sub/x.sqlite", report.path]
      #expect(try run(in: folder.path("here"), home, arguments).status == 0)
      #expect(try Reports.count(folder.path("home/sub/x.sqlite")) == 1)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("here")) == [])
      let stranger = try run(
        in: folder.path("here"), home, ["status", "--database=~nobody-of-this-name/x"])
      #expect(stranger.status == 64)
      #expect(stranger.diagnostics.contains("there is no user nobody-of-this-name"))
    }
  }

  @Test func subfoldersAreReadWhenAskedAndSaidWhenNot() throws {
    try TemporaryFolder.with { folder in
      for part in ["cur", "new", "tmp"] {
        for box in ["M", "M/.dmarc", "M/fs"] { try folder.folder("\(box)/\(part)") }
      }
      let mail = try Mail.wrapping(Data(contentsOf: report), name: "r.xml")
      try folder.write(mail, to: "M/.dmarc/new/1.mx")
      try folder.write(Data("From: a@example.com\nSubject: x\n\nhi\n".utf8), to: "M/new/2.mx")
      let arguments = ["import", "--database", folder.path("db"), folder.path("M")]
      let flat = try Program.dmarcReport.run(arguments)
      #expect(
        flat.diagnosticLines.last
          == "note: 2 subfolders not read: --recursive reads the subfolders of Maildirs too")
      #expect(try Program.dmarcReport.run(arguments + ["--quiet"]).diagnostics == "")
      let deep = try Program.dmarcReport.run(arguments + ["--recursive"])
      #expect(deep.status == 0)
      #expect(!deep.diagnostics.contains("subfolder"))
      #expect(try Reports.count(folder.path("db")) == 1)
      let named = try Program.dmarcReport.run(
        arguments + [folder.path("M/.dmarc"), folder.path("M/fs")])
      #expect(!named.diagnostics.contains("subfolder"))
    }
  }

  @Test func manyFilesAreReadAsTheirFolderIs() throws {
    try TemporaryFolder.with { folder in
      let text = try String(contentsOf: report, encoding: .utf8)
      let files = try (0..<300).map { number in
        try folder.write(
          Data(text.replacing("sample-1", with: "sample-\(number)").utf8), to: "files/\(number).xml"
        )
      }
      let box = Mail.mbox([Mail.wrapping(Data(text.utf8), name: "r.xml")])
      let mbox = try folder.write(box, to: "mbox")
      let bad = try folder.write(Data("no report".utf8), to: "bad")
      let outcome = try Program.dmarcReport.run(
        ["import", "--database", folder.path("db")] + files + [bad, mbox] + files.prefix(3))
      #expect(outcome.status == 2)
      #expect(
        outcome.diagnosticLines.last?.hasPrefix(
          "305 mails and files; reports: 301 new, 3 duplicate, 0 conflicting, 1 refused; ") == true)
    }
  }
}
