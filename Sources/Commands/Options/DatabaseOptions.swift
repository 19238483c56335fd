internal import ArgumentParser
internal import Facts
internal import Glibc
internal import ReportStore

/// Where the database is.
struct DatabaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The database.",
      discussion: "Else DMARC_REPORT_DATABASE, else dmarc-report/reports.sqlite in the XDG data "
        + "folder (~/.local/share).",
      valueName: "file"))
  var database: String?

  func open(for purpose: StorePurpose) throws -> any ReportStorage {
    let path = database ?? Self.variable("DMARC_REPORT_DATABASE") ?? Self.usualPath
    if purpose != .reading { Self.makeFolder(of: path) }
    return try ReportDatabase(path: path, for: purpose)
  }

  private static var usualPath: String {
    let data = variable("XDG_DATA_HOME") ?? (variable("HOME") ?? ".") + "/.local/share"
    return data + "/dmarc-report/reports.sqlite"
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }

  /// Makes the folders above the database, for their owner only; opening says what went wrong.
  private static func makeFolder(of path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for end in parts.indices {
      let folder = parts[...end].joined(separator: "/")
      if !folder.isEmpty { mkdir(folder, 0o700) }
    }
  }
}
