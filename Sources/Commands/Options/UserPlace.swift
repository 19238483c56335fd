internal import Glibc

/// Where things of the user are: the same whatever folder the program is started in.
enum UserPlace {
  /// The database: the one named, else that of DMARC_REPORT_DATABASE, else the usual one.
  ///
  /// Throws `UsageFailure` where nothing says whose home it would lie in.
  static func database(named path: String?) throws -> String {
    if let path = path ?? variable("DMARC_REPORT_DATABASE") { return try expanded(path) }
    return try dataFolder() + "/dmarc-report/reports.sqlite"
  }

  /// The XDG data folder; a path that is not absolute is to be passed over
  /// (https://specifications.freedesktop.org/basedir-spec/latest/).
  private static func dataFolder() throws -> String {
    if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") { return data }
    return try home() + "/.local/share"
  }

  /// HOME, else the home of the account: services of the system have no HOME.
  private static func home() throws -> String {
    if let home = variable("HOME"), home.hasPrefix("/") { return home }
    if let account = getpwuid(geteuid()),
      let home = account.pointee.pw_dir.map({ String(cString: $0) }),
      home.hasPrefix("/")
    {
      return home
    }
    throw UsageFailure(
      what: "no place for the database",
      why: "HOME is not set and the account has no home",
      hint: "name it with --database FILE or DMARC_REPORT_DATABASE")
  }

  /// A path with `~` for the home, which shells leave alone behind `=`: it is never a folder's name.
  private static func expanded(_ path: String) throws -> String {
    guard path.hasPrefix("~") else { return path }
    let (user, rest) = (path.dropFirst().prefix { $0 != "/" }, path.drop { $0 != "/" })
    if user.isEmpty { return try home() + rest }
    guard let home = getpwnam(String(user))?.pointee.pw_dir.map({ String(cString: $0) }) else {
      throw UsageFailure(
        what: "database \(path)", why: "there is no user \(user)",
        hint: "a file of that name in this folder is ./\(path)")
    }
    return home + rest
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }
}
