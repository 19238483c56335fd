internal import ArgumentParser
internal import Configuration
internal import Facts
internal import ReportOutput

/// `dmarc-report config`: what is set, and where.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Prints the settings in force, and where each is from.",
    discussion: """
      Options go before environment variables, these before the configuration file of the user \
      (dmarc-report/config.toml in the XDG configuration folder, ~/.config), and that before \
      /etc/dmarc-report/config.toml. docs/configuration.md describes every key.

        $ dmarc-report config
        $ dmarc-report config --keys
      """)

  @Flag(help: "List the keys there are in place of the settings.")
  var keys = false

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var format: FormatOptions

  func run() throws {
    if keys { return try format.write(SettingKeysAnswer(SettingKey.all).document) }
    let settings = try Settings.inForce()
    try ThresholdOptions.refuseUnknown(settings)
    let rows = [try database.setting()] + SettingRows.rows(settings)
    try format.write(SettingsAnswer(rows, files: try Settings.files()).document)
  }
}
