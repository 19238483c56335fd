import Foundation
import Glibc
import TestSupport

/// A user of his own, in the project's folder, who does what a page shows.
struct Session {
  let home: String

  static let database = ".local/share/dmarc-report/reports.sqlite"

  /// Lends a new session; most pages are for people who have imported the samples.
  static func with<T>(samplesImported: Bool = true, _ body: (Session) throws -> T) throws -> T {
    // A path of the same length everywhere, so that lines break in the same places.
    var template = Array("/tmp/dmarc-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
    let path = template.withUnsafeBufferPointer { String(cString: Array($0)) }
    defer { try? FileManager.default.removeItem(atPath: path) }
    let session = Session(home: path)
    if samplesImported { try session.putImportedSamples() }
    return try body(session)
  }

  /// The database after an import of the samples, made once for all sessions.
  private static let importedSamples = try? with(samplesImported: false) { session in
    _ = try session.shell("dmarc-report import samples/maildir")
    return try Data(contentsOf: URL(fileURLWithPath: session.file(database)))
  }

  private func putImportedSamples() throws {
    let place = URL(fileURLWithPath: file(Self.database))
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try (Self.importedSamples ?? Data()).write(to: place)
  }

  /// A path below the home.
  func file(_ name: String) -> String { home + "/" + name }

  /// What pages call the name server of the samples, and the one that stands in for it here.
  private static let nameServer = (
    shown: "127.0.0.1@5354", port: try? NameServer.ofSamples().port
  )

  /// Runs a command line in the project's folder, with the program in the path.
  func shell(_ line: String) throws -> Outcome {
    let path = URL(fileURLWithPath: Program.dmarcReport.path).deletingLastPathComponent().path
    var line = line
    if line.contains(Self.nameServer.shown), let port = Self.nameServer.port {
      line = line.replacingOccurrences(of: Self.nameServer.shown, with: "127.0.0.1@\(port)")
    }
    return try Program(path: "/bin/sh").run(
      ["-c", "cd \"$1\" && { \(line)\n}", "sh", Places.package.path],
      environment: [
        "HOME": home, "PATH": "\(path):/usr/bin:/bin", "COLUMNS": "100", "TZ": "UTC",
      ])
  }

  /// What an example prints, as a page shows it: without the user's own paths.
  func lines(of example: Example) throws -> [String] {
    switch example.kind {
    case .shell: lines(try shell("{ \(example.command)\n} 2>&1").text)
    case .query: try query(example.command)
    }
  }

  private func query(_ sql: String) throws -> [String] {
    let outcome = try Program(path: "/usr/bin/sqlite3").run(
      ["-readonly", "-column", "-header", file(Self.database), sql])
    return lines(outcome.text + outcome.diagnostics)
  }

  private func lines(_ text: String) -> [String] {
    var lines = text.replacingOccurrences(of: home, with: "~")
      .replacingOccurrences(of: "\r\n", with: "\n")
      .components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines.map { $0.replacingOccurrences(of: " +$", with: "", options: .regularExpression) }
  }
}
