import Foundation
import TestSupport
import Testing

/// Everything the pages show is what the program does; `UPDATE_DOCS=1` writes it into them.
@Suite struct ExampleTests {
  static let pages = [
    "README.md", "docs/tour.md", "docs/output.md", "docs/database.md", "docs/cron.md",
    "docs/readiness.md", "docs/domain.md", "docs/domains.md", "docs/ten-steps.md",
    "docs/configuration.md", "docs/metrics.md", "docs/alerts.md", "docs/digest.md",
    "docs/senders.md", "docs/glossary.md", "docs/tls.md", "docs/failures.md", "docs/page.md",
    "docs/spreadsheet.md",
  ]

  @Test(arguments: pages)
  func whatAPageShowsIsWhatHappens(_ page: String) throws {
    var document = try Document(page)
    let examples = Example.all(in: document)
    #expect(!examples.isEmpty)
    let begins = examples.first?.command.hasPrefix("dmarc-report import") ?? false
    let printed = try Session.with(samplesImported: !begins) { session in
      try examples.map(session.lines)
    }
    for (example, printed) in zip(examples, printed) {
      let shown = Array(document.lines[example.output])
      guard !Self.updates else { continue }
      #expect(Self.lasting(shown) == Self.lasting(printed), "\(page): \(example.command)")
    }
    guard Self.updates else { return }
    for (example, printed) in zip(examples, printed).reversed() {
      document.lines.replaceSubrange(example.output, with: printed)
    }
    let text = document.lines.joined(separator: "\n")
    try Data(text.utf8).write(to: URL(fileURLWithPath: Project.path(page)))
  }

  private static var updates: Bool { ProcessInfo.processInfo.environment["UPDATE_DOCS"] == "1" }

  /// Without what no two runs have in common: how long it took, when it was, how big it is.
  static func lasting(_ lines: [String]) -> [String] {
    let passing = [
      #"; [0-9.]+ (ms|s|min)( [0-9]+ s)?$"#, #"(?<=Last import ).*"#,
      #"(?<=, )[0-9.]+ [kM]i?B"#,
    ]
    return lines.map { line in
      passing.reduce(line) { text, pattern in
        text.replacingOccurrences(of: pattern, with: "…", options: .regularExpression)
      }
    }
  }
}
