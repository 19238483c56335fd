internal import Analysis
internal import Configuration
internal import DMARC
internal import ReportOutput

/// The settings of the configuration as rows, each with its origin.
enum SettingRows {
  static func rows(_ settings: Configuration) -> [SettingRow] {
    [
      row("mailboxes", settings.mailboxes, []) { $0 },
      row("authserv-id", settings.authservID, "") { [$0] },
      row("own", settings.own, []) { $0 },
      row("goal", settings.goal, ReadinessOptions().goal) { [$0.rawValue] },
      row("days", settings.days, WindowOptions.usualDays) { ["\($0)"] },
    ] + many("groups", settings.groups) { $0 }
      + many("thresholds", settings.thresholds) { [number($0)] }
      + [
        row("mail.digest", settings.digest, []) { $0 },
        row("mail.alerts", settings.alerts, []) { $0 },
      ]
  }

  private static func row<Value>(
    _ key: String, _ set: Sourced<Value>?, _ usual: Value, _ texts: (Value) -> [String]
  ) -> SettingRow {
    SettingRow(
      key: key, values: texts(set?.value ?? usual).filter { !$0.isEmpty },
      origin: set?.place ?? SettingRow.isDefault)
  }

  private static func many<Value>(
    _ table: String, _ set: [String: Sourced<Value>], _ texts: (Value) -> [String]
  ) -> [SettingRow] {
    set.sorted { $0.key < $1.key }.map { name, setting in
      SettingRow(key: "\(table).\(name)", values: texts(setting.value), origin: setting.place)
    }
  }

  private static func number(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}

extension SettingKey {
  /// Every key there is; docs/configuration.md is this table.
  static var all: [SettingKey] {
    [
      SettingKey("database", "Where the database is: a path from / or ~ on."),
      SettingKey("mailboxes", "What `import` reads that names no path: a list of such paths."),
      SettingKey(
        "authserv-id", "The name your mail server gives itself in Authentication-Results."),
      SettingKey("own", "Domains of yours, a list; subdomains are included."),
      SettingKey("goal", "The policy to get to: quarantine or reject."),
      SettingKey("days", "How many days a window has."),
      SettingKey("groups.NAME", "The domains of a group, a list; they are yours, too."),
    ]
      + ThresholdOptions.names.map {
        SettingKey("thresholds.\($0)", "As --\($0) of `readiness`.")
      } + [
        SettingKey("mail.digest", "To whom a digest goes: a list of mail addresses."),
        SettingKey("mail.alerts", "To whom alerts go: a list of mail addresses."),
      ]
  }
}
