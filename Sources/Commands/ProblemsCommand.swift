internal import ArgumentParser
internal import Facts
internal import ReportOutput

/// `dmarc-report problems`: what was refused, and what is in conflict.
struct ProblemsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "problems",
    abstract: "Lists inputs that were refused and reports in conflict with a stored one.",
    discussion: """
      `dmarc-report import --retry PATH` tries refused inputs again. What needs no more attention can \
      be acknowledged: it is neither listed nor counted by `status` any more, nor tried again.

        $ dmarc-report problems
        $ dmarc-report problems acknowledge ~/Downloads/holiday.zip
        $ dmarc-report problems clear --all
      """,
    subcommands: [
      ProblemsListCommand.self, ProblemsAcknowledgeCommand.self, ProblemsClearCommand.self,
    ],
    defaultSubcommand: ProblemsListCommand.self)
}

struct ProblemsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the problems that nobody has acknowledged.",
    discussion: """
      `dmarc-report problems` is the same.

        $ dmarc-report problems list --all
      """)

  @Flag(help: "Those that were acknowledged, too.")
  var all = false

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var format: FormatOptions

  func run() throws {
    let problems = try database.open(for: .reading).problems()
    let shown = problems.filter { all || !$0.isAcknowledged }
    try format.write(
      ProblemsAnswer(shown, acknowledged: problems.count { $0.isAcknowledged }).document)
  }
}

/// Which problems something is done with.
struct ProblemArguments: ParsableArguments {
  @Argument(
    help: "Inputs as `problems` names them, or the files or mails they are parts of.",
    completion: .file())
  var inputs: [String] = []

  @Flag(help: "All problems.")
  var all = false

  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    guard all != !inputs.isEmpty else {
      throw ValidationError("Name inputs as `problems` does, or say --all.")
    }
  }

  func change(_ body: (any ReportStorage, [String]) throws -> Int, _ done: String) throws {
    let count = try body(try database.open(for: .writing), inputs)
    guard all || count > 0 else {
      throw UsageFailure(
        what: inputs.joined(separator: ", "), why: "there is no such problem",
        hint: "dmarc-report problems lists them")
    }
    StandardError.write("\(Human.counted(Int64(count), "problem")) \(done).\n")
  }
}

struct ProblemsAcknowledgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "acknowledge",
    abstract: "Says that problems need no more attention.",
    discussion: """
      A refused input is still not tried again, unless --retry says so.

        $ dmarc-report problems acknowledge ~/Downloads/holiday.zip
      """)

  @OptionGroup var arguments: ProblemArguments

  func run() throws {
    try arguments.change({ try $0.acknowledgeProblems(of: $1) }, "acknowledged")
  }
}

struct ProblemsClearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clear",
    abstract: "Forgets problems.",
    discussion: """
      A refused input is tried again when an import meets it again.

        $ dmarc-report problems clear --all
      """)

  @OptionGroup var arguments: ProblemArguments

  func run() throws { try arguments.change({ try $0.clearProblems(of: $1) }, "forgotten") }
}
