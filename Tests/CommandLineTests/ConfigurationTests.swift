import Foundation
import Glibc
import TestSupport
import Testing

/// What configuration files set, what goes before them, and what is said of mistakes in them.
@Suite struct ConfigurationTests {
  private static let whole = """
    # What a postmaster sets once.
    database = "~/reports.sqlite"
    mailboxes = [
      "\(Places.samples.appending(path: "single/report.xml").path)",
    ]
    authserv-id = "mx.example.com"
    own = ["example.com", "Example.NET."]
    goal = "quarantine"
    days = 90

    [groups]
    science = ["physics.example", "chemistry.example"]

    [thresholds]
    max-risk-to-reject = 0.01
    min-messages = 50

    [mail]
    digest = ["postmaster@example.com"]

    """

  /// Runs the program as a user with this configuration.
  private func run(
    _ arguments: [String], in folder: TemporaryFolder, configuration: String = whole,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try folder.write(configuration, to: ".config/dmarc-report/config.toml")
    let user = ["HOME": folder.url.path, "DMARC_REPORT_CONFIG": ""]
    return try Program.dmarcReport.run(
      arguments, environment: user.merging(environment) { $1 })
  }

  /// As a timer's user sees the HOME of whoever started it.
  @Test func theClosedFolderOfAnotherAccountIsPassedOver() throws {
    try TemporaryFolder.with { folder in
      try folder.write(Self.whole, to: "home/.config/dmarc-report/config.toml")
      chmod(folder.path("home"), geteuid() == 0 ? 0o700 : 0)
      defer { chmod(folder.path("home"), 0o700) }
      let user = ["HOME": folder.path("home"), "DMARC_REPORT_CONFIG": ""]
      let stranger =
        geteuid() == 0
        ? ["/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] : []
      let words = stranger + [Program.dmarcReport.path, "config", "--format", "csv"]
      let outcome = try Program(path: words[0]).run(Array(words.dropFirst()), environment: user)
      #expect(outcome.status == 0)
      #expect(outcome.text.contains("goal,reject,default"))
    }
  }

  @Test func everySettingInForceIsPrintedWithItsPlace() throws {
    try TemporaryFolder.with { folder in
      let file = folder.path(".config/dmarc-report/config.toml")
      let rows = try CSVText(run(["config", "--format", "csv"], in: folder).text).rows
      #expect(
        rows == [
          ["database", folder.path("reports.sqlite"), "\(file):2"],
          ["mailboxes", Places.samples.appending(path: "single/report.xml").path, "\(file):3"],
          ["authserv-id", "mx.example.com", "\(file):6"],
          ["own", "example.com example.net", "\(file):7"],
          ["goal", "quarantine", "\(file):8"], ["days", "90", "\(file):9"],
          ["groups.science", "physics.example chemistry.example", "\(file):12"],
          ["thresholds.max-risk-to-reject", "0.01", "\(file):15"],
          ["thresholds.min-messages", "50", "\(file):16"],
          ["mail.digest", "postmaster@example.com", "\(file):19"],
          ["mail.alerts", "", "default"],
        ])
    }
  }

  @Test func optionsGoBeforeVariablesAndTheseBeforeFiles() throws {
    try TemporaryFolder.with { folder in
      let place = { (arguments: [String], environment: [String: String]) in
        try CSVText(
          run(
            arguments + ["config", "--format", "csv"], in: folder, environment: environment
          ).text
        ).rows[0]
      }
      let variable = ["DMARC_REPORT_DATABASE": "/of/variable"]
      #expect(
        try place([], variable) == ["database", "/of/variable", "variable DMARC_REPORT_DATABASE"])
      #expect(
        try place(["--database", "/of/option"], variable)
          == ["database", "/of/option", "option --database"])
      let other = try folder.write("database = '/of/other'", to: "other.toml")
      #expect(try place(["--config=\(other)"], [:]) == ["database", "/of/other", "\(other):1"])
      #expect(
        try place([], ["DMARC_REPORT_CONFIG": other]) == ["database", "/of/other", "\(other):1"])
    }
  }

  @Test func commandsDoAsTheFileSays() throws {
    try TemporaryFolder.with { folder in
      #expect(try run(["import", "--quiet"], in: folder).status == 0)
      #expect(try run(["status"], in: folder).text.contains(folder.path("reports.sqlite")))
      let head = try run(["overview", "--until", "latest", "--format", "json"], in: folder)
      #expect(try JSONText(head.output)["window"]["days"].integer == 90)
      let science = try run(["overview", "--group", "science", "--format", "csv"], in: folder)
      #expect(
        try CSVText(science.text).column("domain") == ["chemistry.example", "physics.example"])
    }
  }

  @Test(arguments: [
    ("databse = '/x'", 1, "there is no such key: databse"),
    (
      "own = ['example.com']\n\n# A comment.\n[mail]\nlunch = []", 5,
      "there is no such key: mail.lunch"
    ),
    ("days = 'many'", 1, "days must be a number from 1 to 36600"),
    ("database = 'reports.sqlite'", 1, "database must be a path from / or ~ on"),
    ("goal = 'none'", 1, "goal must be quarantine or reject"),
    ("own = [\n  'example.com',\n  'two words',\n]", 1, "own must be a list of domains"),
    ("[groups]\n'a/b' = []", 2, "groups.a/b must be a name of letters, digits, '-', '_' and '.'"),
    ("[mail]\nalerts = ['nobody']", 2, "mail.alerts must be a list of mail addresses"),
    ("[thresholds]\nmin-luck = 3", 2, "there is no such key: thresholds.min-luck"),
    ("[thresholds]\nmin-messages = 0.5", 2, "thresholds.min-messages must be a whole number"),
    ("[thresholds]\nmax-fall = 2", 2, "thresholds.max-fall must be a share from 0 to 1"),
    ("thresholds = 3", 1, "thresholds must be a table"),
    ("days = true", 1, "days must be a number from 1 to 36600"),
  ])
  func aMistakeIsToldWithItsLine(text: String, line: Int, why: String) throws {
    try TemporaryFolder.with { folder in
      let outcome = try run(["config"], in: folder, configuration: text)
      #expect(outcome.status == 64)
      let file = folder.path(".config/dmarc-report/config.toml")
      #expect(outcome.diagnosticLines.first == "error: \(file), line \(line): \(why)")
    }
  }

  @Test func whatIsNoTOMLIsToldWithItsLine() throws {
    try TemporaryFolder.with { folder in
      let outcome = try run(["config"], in: folder, configuration: "days = 3\nown = [ \n")
      let file = folder.path(".config/dmarc-report/config.toml")
      #expect(outcome.status == 64)
      #expect(outcome.diagnostics.hasPrefix("error: \(file), line "))
      #expect(outcome.diagnostics.contains("it is no TOML: "))
      let zero = try run(["config"], in: folder, configuration: "days = 3\n\0")
      #expect(zero.diagnosticLines == ["error: \(file), line 2: it is no TOML: a zero byte"])
    }
  }

  @Test func aFileThatIsNamedMustBeThere() throws {
    let outcome = try Program.dmarcReport.run(["--config", "/nonexistent/config.toml", "status"])
    #expect(outcome.status == 64)
    #expect(
      outcome.diagnosticLines == [
        "error: /nonexistent/config.toml: No such file or directory",
        "hint: --config names another file",
      ])
  }

  /// Each hidden threshold of `readiness` is a key, and each key one of them.
  @Test func everyThresholdIsAKey() throws {
    let keys = try CSVText(
      Program.dmarcReport.run(["config", "--keys", "--format", "csv"]).text
    ).column("key").filter { $0.hasPrefix("thresholds.") }
    #expect(keys.count == 21)
    for key in keys {
      let option = "--" + key.dropFirst("thresholds.".count)
      let outcome = try Program.dmarcReport.run(
        ["readiness", "--database", "/nonexistent/none", option, "1"])
      #expect(outcome.status == 4, "\(option)")
    }
  }

  @Test func globalOptionsStandBeforeTheCommandToo() throws {
    try TemporaryFolder.with { folder in
      let database = try SmallReport.database(of: [SmallReport()], in: folder)
      for options in [["--database", database], ["--database=\(database)"]] {
        #expect(try Program.dmarcReport.run(options + ["source", "list"]).status == 0)
        #expect(
          try Program.dmarcReport.run(options + ["domains", "own", "--", "example.com"]).status == 0
        )
      }
      #expect(try Program.dmarcReport.run(["--database", database]).status == 64)
    }
  }
}
