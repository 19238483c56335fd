internal import Glibc

/// Where things of the user are: the same whatever folder the program is started in.
enum UserPlace {
  /// The usual place of the database.
  ///
  /// Throws `UsageFailure` where nothing says whose home it would lie in.
  static func usualDatabase() throws -> String {
    try folder("XDG_DATA_HOME", below: "/.local/share") + "/dmarc-report/reports.sqlite"
  }

  /// The user's configuration file; `nil` where nothing says whose.
  static func configuration() -> String? {
    (try? folder("XDG_CONFIG_HOME", below: "/.config")).map { $0 + "/dmarc-report/config.toml" }
  }

  /// A folder that a variable names, else one in the home; a path that is not absolute is to be
  /// passed over (https://specifications.freedesktop.org/basedir-spec/latest/).
  private static func folder(_ name: String, below usual: String) throws -> String {
    if let folder = variable(name), folder.hasPrefix("/") { return folder }
    return try home() + usual
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
  static func expanded(_ path: String) throws -> String {
    guard path.hasPrefix("~") else { return path }
    let (user, rest) = (path.dropFirst().prefix { $0 != "/" }, path.drop { $0 != "/" })
    if user.isEmpty { return try home() + rest }
    guard let home = getpwnam(String(user))?.pointee.pw_dir.map({ String(cString: $0) }) else {
      throw UsageFailure(
        what: path, why: "there is no user \(user)",
        hint: "a file of that name in this folder is ./\(path)")
    }
    return home + rest
  }

  static func variable(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }
}
