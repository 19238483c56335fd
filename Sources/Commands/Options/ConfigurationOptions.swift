internal import ArgumentParser

/// Which configuration holds.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The one configuration file to read.",
      discussion: "Else DMARC_REPORT_CONFIG, else /etc/dmarc-report/config.toml and "
        + "dmarc-report/config.toml in the XDG configuration folder (~/.config).",
      valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var config: String?

  func validate() throws {
    if let config { Settings.use(config) }
  }
}
