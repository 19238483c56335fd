internal import ArgumentParser
internal import Configuration
internal import Facts
internal import Glibc
internal import ReportOutput
internal import ReportStore

/// Where the database is, and the configuration.
struct DatabaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The database.",
      discussion: "Else DMARC_REPORT_DATABASE, else that of the configuration, else "
        + "dmarc-report/reports.sqlite in the XDG data folder (~/.local/share).",
      valueName: "file"),
    completion: .file())
  var database: String?

  @OptionGroup var configuration: ConfigurationOptions

  /// The library that keeps databases, with its version.
  static var engine: String { ReportDatabase.library }

  /// Where the database is, and what says so.
  func setting() throws -> SettingRow {
    let (path, origin) = try Self.place(database)
    return SettingRow(key: "database", values: [try UserPlace.expanded(path)], origin: origin)
  }

  /// The path of the database.
  func path() throws -> String { try UserPlace.expanded(try Self.place(database).path) }

  private static func place(_ named: String?) throws -> (path: String, origin: String) {
    if let named { return (named, "option --database") }
    let variable = "DMARC_REPORT_DATABASE"
    if let path = UserPlace.variable(variable) { return (path, "variable \(variable)") }
    if let set = try Settings.inForce().database { return (set.value, set.place) }
    return (try UserPlace.usualDatabase(), SettingRow.isDefault)
  }

  func open(for purpose: StorePurpose) throws -> any ReportStorage {
    let path = try path()
    if purpose != .reading { Self.makeFolder(of: path) }
    let store = try ReportDatabase(path: path, for: purpose)
    if store.lacksLog {
      Diagnostics().note(
        "database \(path)",
        why: "its log cannot be read from here: what was imported last may be missing")
    }
    return store
  }

  /// Opens the database for completions: whatever is wrong with it is told another time.
  static func openQuietly(named name: String?) throws -> any ReportReading {
    try ReportDatabase(path: try UserPlace.expanded(try place(name).path), for: .reading)
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
