import Foundation
import TestSupport
import Testing

/// Every command and option has its place in help and in a man page, though no list names them.
@Suite struct ManualTests {
  private static let pages = Result {
    let folder = URL(fileURLWithPath: Program.dmarcReport.path).resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "ManualTests.scratch")
    try? FileManager.default.removeItem(at: folder)
    let made = try Program(path: "/usr/bin/env").run(
      ["python3", Project.path("scripts/make-manual"), Program.dmarcReport.path, folder.path],
      environment: ["SOURCE_DATE_EPOCH": "1790000000"])
    #expect(made.status == 0, "\(made.diagnostics)")
    return folder
  }

  private let commands: [(path: [String], command: CommandDump)]

  init() throws {
    commands = try CommandDump.program().all()
  }

  private func page(_ path: [String]) throws -> String {
    try String(
      contentsOf: Self.pages.get().appending(path: path.joined(separator: "-") + ".1"),
      encoding: .utf8)
  }

  @Test func everyCommandHasAPageWithEveryOption() throws {
    #expect(commands.count >= 29)
    for (path, command) in commands {
      let page = try page(path)
      for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "EXIT STATUS", "ENVIRONMENT", "FILES"] {
        #expect(page.contains("\n.Sh \(section)\n"), "\(path)")
      }
      for option in command.shownArguments.flatMap(\.typed) {
        let flag = "Fl " + option.dropFirst().replacing("-", with: "\\-")
        #expect(page.contains(flag), "\(path) \(option)")
      }
    }
  }

  /// Groff and mandoc are those that read the pages.
  @Test func thePagesAreAsReadersOfThemWant() throws {
    let files = try commands.map {
      try Self.pages.get().appending(path: $0.path.joined(separator: "-") + ".1").path
    }
    if FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc") {
      let lint = try Program(path: "/usr/bin/mandoc").run(["-Tlint", "-Wwarning"] + files)
      #expect(lint.text + lint.diagnostics == "")
    }
    let shown = try Program(path: "/usr/bin/groff").run(
      ["-mandoc", "-Tascii", "-P-cbou", "-ww", "-b"] + files)
    #expect(shown.diagnostics == "")
    #expect(shown.text.matches(of: /\nEXIT STATUS\n/).count == files.count)
  }

  @Test func everyCommandShowsHowItIsTyped() {
    for (path, command) in commands {
      let examples = Self.examples(command)
      #expect(!examples.isEmpty, "\(path) has no example in its help")
      #expect(command.abstract?.hasSuffix(".") == true, "\(path)")
    }
  }

  @Test func examplesUseCommandsAndOptionsThatAreThere() {
    for (_, command) in commands {
      for example in Self.examples(command) {
        for part in example.split(separator: "dmarc-report ", omittingEmptySubsequences: false)
          .dropFirst()
        {
          let words = part.split(separator: " ").map { String($0) }
            .prefix { !["|", "&&", ">", "<"].contains($0) }
          let used = words.filter { $0.hasPrefix("--") }.map { word in
            String(word.prefix { $0 != "=" })
          }
          #expect(Set(used).isSubset(of: options(of: Array(words))), "\(example)")
        }
      }
    }
  }

  /// The options of the command that the words begin with.
  private func options(of words: [String]) -> Set<String> {
    let named = commands.filter { words.starts(with: $0.path.dropFirst()) }
    guard let longest = named.max(by: { $0.path.count < $1.path.count })?.command else { return [] }
    let parts = (longest.subcommands ?? []) + [longest]
    return Set(parts.flatMap { ($0.arguments ?? []).flatMap(\.typed) })
  }

  private static func examples(_ command: CommandDump) -> [String] {
    (command.discussion ?? "").split(separator: "\n").filter { $0.hasPrefix("  $ ") }
      .map { String($0.dropFirst(4)) }
  }

  /// Tab completes what a value is, a file, a domain or a sender; its name says which.
  @Test func whatIsAFileOrADomainIsCompleted() {
    let files: Set = ["file", "path", "paths", "folder"]
    let names: Set = ["domain", "domains", "source", "name"]
    for (path, command) in commands {
      for argument in command.shownArguments where argument.kind != "flag" {
        let value = argument.valueName ?? ""
        let kinds = Set((argument.completionKind ?? [:]).keys)
        let isName = argument.kind == "positional" || argument.typed != ["--name"]
        if files.contains(value) {
          #expect(!kinds.isDisjoint(with: ["file", "directory"]), "\(path) \(argument.typed)")
        } else if names.contains(value), isName, argument.typed != ["--helo"] {
          #expect(kinds == ["custom"], "\(path) \(argument.typed) \(value)")
        }
      }
    }
  }

  @Test func thePageNamesEveryVariableOfTheEnvironment() throws {
    let rows = Document.rows(in: try Document("docs/configuration.md").section("## Environment"))
    var read: Set<String> = []
    for file in Project.files(under: "Sources", ending: ".swift") {
      for match in try Project.text(file).matches(
        of: /(?:[sg]etenv|folder|variable|environment)(?:\(| = )"([A-Z_]+)"/)
      {
        read.insert(String(match.1))
      }
    }
    // The parser's own, for scripts that complete.
    read.remove("SAP_SHELL")
    #expect(Set(rows.flatMap { $0[0].matches(of: /[A-Z_]+/).map { String($0.0) } }) == read)
  }
}
