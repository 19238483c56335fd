import Foundation
import TestSupport
import Testing

/// What people see: on terminals of all kinds, in a pager, and in the mail of cron.
struct OnTerminalTests {
  private let samples: ImportedMailbox

  init() throws {
    samples = try ImportedMailbox.samples.get()
  }

  /// Runs a command of the samples on a terminal.
  private func show(
    _ command: [String], columns: UInt16 = 80, rows: UInt16 = 24,
    environment: [String: String] = [:], typing keys: [TestTerminal.Keys] = []
  ) throws -> (status: Int32, screen: String) {
    try TestTerminal(columns: columns, rows: rows).run(
      [Program.dmarcReport.path] + command,
      environment: environment.merging(["DMARC_REPORT_DATABASE": samples.database]) { $1 },
      typing: keys)
  }

  private let summary = ["summary", "--until", "latest"]
  private let readiness = ["readiness", "--until", "latest", "--domain", "example.com"]

  @Test func aPagerShowsWhatIsLongerThanTheScreen() throws {
    let paging = ["DMARC_REPORT_PAGER": "sed 's/^/paged: /'", "PAGER": "false"]
    #expect(try show(summary, environment: paging).screen.hasPrefix("paged: Window"))
    #expect(try show(["status"], environment: paging).screen.hasPrefix("Database"))
    #expect(try show(summary + ["--no-pager"], environment: paging).screen.hasPrefix("Window"))
    #expect(try show(summary, rows: 200, environment: paging).screen.hasPrefix("Window"))
    #expect(try show(["help", "import"], environment: paging).screen.hasPrefix("paged: OVERVIEW"))
    let piped = try Program.dmarcReport.run(
      summary + ["--database", samples.database], environment: paging)
    #expect(piped.text.hasPrefix("Window"))
  }

  @Test(arguments: ["cat", ""]) func noPagerIsWantedEither(pager: String) throws {
    #expect(try show(summary, environment: ["PAGER": pager]).screen.hasPrefix("Window"))
    #expect(
      try show(summary, environment: ["DMARC_REPORT_PAGER": pager, "PAGER": "false"])
        .screen.hasPrefix("Window"))
  }

  @Test func withoutThePagerThatIsNamedTheAnswerIsThere() throws {
    let outcome = try show(summary, environment: ["PAGER": "no-such-pager"])
    #expect(outcome.status == 0)
    #expect(outcome.screen.contains("\nTotal"))
  }

  /// The status is the answer's, and what is not looked at is not lost.
  @Test func lessIsLeftWithoutAWord() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/less") else { return }
    let outcome = try show(readiness, typing: [TestTerminal.Keys(after: "example.com: fix", "q")])
    #expect(outcome.status == 10)
    #expect(!outcome.screen.contains("error"))
    #expect(!outcome.screen.contains("Publish"))
  }

  @Test func verdictsAndWhatIsNotMetAreRedOnATerminalAlone() throws {
    let plain = ["--no-pager"]
    let coloured = try show(readiness + plain).screen
    #expect(coloured.contains("\u{1B}[31mexample.com: fix\u{1B}[0m"))
    #expect(coloured.contains("\u{1B}[31mNO\u{1B}[0m"))
    for environment in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
      #expect(try !show(readiness + plain, environment: environment).screen.contains("\u{1B}"))
    }
    let piped = try Program.dmarcReport.run(readiness + ["--database", samples.database])
    #expect(!piped.text.contains("\u{1B}"))
  }

  @Test(arguments: [60, 80, 120]) func linesFitTheTerminal(columns: UInt16) throws {
    for command in [summary, readiness, summary + ["--by", "sender"]] {
      let screen = try show(
        command + ["--no-pager"], columns: columns, environment: ["NO_COLOR": "1"]
      ).screen
      let widest = screen.split(separator: "\n").map(\.count).max() ?? 0
      #expect(widest <= columns, "\(command)")
      let asked = try Program.dmarcReport.run(
        command + ["--database", samples.database], environment: ["COLUMNS": "\(columns)"])
      #expect(asked.text == screen, "\(command)")
    }
  }

  @Test func mailOfCronHasLinesOfEightyCells() throws {
    for command in [summary, readiness, ["status"], summary + ["--by", "day"], ["problems"]] {
      let outcome = try samples.run(command)
      let lines = outcome.text.split(separator: "\n")
      // Names of files are never broken.
      let folded = lines.filter { !$0.contains("/") }
      #expect((folded.map(\.count).max() ?? 0) <= 80, "\(command)")
    }
  }

  @Test(arguments: [60, 80]) func whatIsCopiedIsWhole(columns: Int) throws {
    let asked = summary + ["--domain", "example.com", "--limit", "0"]
    let rows = try JSONText(samples.run(asked + ["--format", "json"]).output)["rows"].items
    let addresses = rows.map { $0["source"].text }
    #expect(addresses.contains { $0.count > 20 })
    let shown = try Program.dmarcReport.run(
      asked + ["--database", samples.database], environment: ["COLUMNS": "\(columns)"])
    let words = Set(shown.text.split { $0.isWhitespace }.map(String.init))
    #expect(Set(addresses).subtracting(words) == [])
  }

  @Test(arguments: [["LC_ALL": "C"], ["LC_ALL": "", "LANG": "de_DE.ISO-8859-1"]])
  func withoutUTF8NothingButASCIIIsWritten(locale: [String: String]) throws {
    for command in [summary, readiness, ["problems"], ["reports", "--until", "latest"]] {
      let outcome = try Program.dmarcReport.run(
        command + ["--database", samples.database],
        environment: locale.merging(["COLUMNS": "60"]) { $1 })
      #expect(outcome.output.allSatisfy { $0 < 0x80 }, "\(command)")
      #expect(command == ["problems"] || outcome.text.contains("-----"), "\(command)")
    }
  }
}
