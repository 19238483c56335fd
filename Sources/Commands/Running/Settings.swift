internal import Configuration
internal import Glibc
internal import Synchronization

/// What configuration files say; the same for the whole run of the program, as its environment is.
enum Settings {
  /// For all users of the machine.
  static let ofMachine = "/etc/dmarc-report/config.toml"

  private static let named = Mutex<String?>(nil)
  private static let read = Result { try Configuration(files: try files()) }

  /// Names the one file to read, in place of the usual ones.
  static func use(_ file: String) { named.withLock { $0 = file } }

  /// Throws `ConfigurationError`.
  static func inForce() throws -> Configuration { try read.get() }

  /// The files that are read, if they are there; what a later one says goes before.
  static func files() throws -> [String] {
    guard let path = named.withLock({ $0 }) ?? UserPlace.variable("DMARC_REPORT_CONFIG") else {
      // A folder that is closed to us is another account's: `su` and cron may keep its HOME.
      return [ofMachine, UserPlace.configuration()].compactMap(\.self)
        .filter { access($0, F_OK) == 0 || errno != EACCES }
    }
    let file = try UserPlace.expanded(path)
    guard access(file, F_OK) == 0 else {
      throw ConfigurationError(file: file, .unreadable(errno))
    }
    return [file]
  }
}
