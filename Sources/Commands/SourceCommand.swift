internal import Analysis
internal import ArgumentParser
internal import DMARC
internal import Facts
internal import PublicSuffix
internal import ReportOutput

/// `dmarc-report source`: what the operator knows about senders.
struct SourceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "source",
    abstract: "Shows a sender, and keeps what you decide about it.",
    discussion: """
      What you decide holds for every later answer, and can be taken back.

        $ dmarc-report source show news-service.example --until latest
        $ dmarc-report source approve news-service.example --name Newsletter
        $ dmarc-report source list
      """,
    subcommands: [
      SourceShowCommand.self, SourceApproveCommand.self, SourceBlockCommand.self,
      SourceForwarderCommand.self, SourceClearCommand.self, SourceListCommand.self,
      SourceImportCommand.self,
    ])
}

/// What a decision is about.
struct DecisionOptions: ParsableArguments {
  @Argument(
    help: """
      An address, a CIDR block, a domain that mail authenticates as, or a crowd that readiness \
      asked about, as crowd:envelope.
      """,
    completion: .senders)
  var source: String

  @Option(help: ArgumentHelp("What people call the sender.", valueName: "text"))
  var name: String?

  @Option(
    help: ArgumentHelp("The From domain it holds for; all otherwise.", valueName: "domain"),
    completion: .domains)
  var domain: String?

  @OptionGroup var database: DatabaseOptions

  func decide(_ verdict: SourceDecision.Verdict) throws {
    let store = try database.open(for: .writing)
    var decision = SourceDecision(
      verdict: verdict, pattern: try SourcePattern.normal(source), name: name,
      domain: domain.map(DomainName.normalized))
    if let before = try store.decisions().first(where: decision.isAboutTheSame) {
      decision.name = name ?? before.name
      if decision.verdict != before.verdict || decision.name != before.name {
        Diagnostics().note(
          decision.pattern, why: "this replaces: \(DecisionLine.text(before))")
      }
    }
    try store.decide([decision])
  }
}

extension SourceDecision {
  /// Whether another, of the same sender and From domain, is put in its place.
  fileprivate func isAboutTheSame(as other: SourceDecision) -> Bool {
    other.pattern == pattern && other.domain == domain
  }
}

/// The normal form of what a decision is about.
enum SourcePattern {
  static func normal(_ text: String) throws -> String {
    if Decisions.isCrowd(text) { return text }
    if let network = Network(text) {
      return text.contains("/") ? network.text : network.base.text
    }
    let name = DomainName.normalized(text)
    guard name.contains("."), !name.contains("/"), !name.contains(where: \.isWhitespace) else {
      throw UsageFailure(
        what: text, why: "it is no address, CIDR block or domain",
        hint: "give it as 192.0.2.1, 192.0.2.0/24, 2001:db8::/32 or service.example")
    }
    return name
  }
}

struct SourceApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "It is ours: its failing mail is legitimate.",
    discussion: """
      Its failing mail counts as a loss to be put right before the policy moves.

        $ dmarc-report source approve news-service.example --name Newsletter
        $ dmarc-report source approve 192.0.2.0/24 --domain example.com
      """)
  @OptionGroup var decision: DecisionOptions
  func run() throws { try decision.decide(.approve) }
}

struct SourceBlockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "block", abstract: "It is not ours, whatever it looks like.",
    discussion: """
      Its failing mail is what the policy is to stop.

        $ dmarc-report source block 203.0.113.7
      """)
  @OptionGroup var decision: DecisionOptions
  func run() throws { try decision.decide(.block) }
}

struct SourceForwarderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forwarder", abstract: "It passes on mail that others were given.",
    discussion: """
      Nobody can put its mail right; it counts apart from yours and from what is forged.

        $ dmarc-report source forwarder lists.clubs.example
      """)
  @OptionGroup var decision: DecisionOptions
  func run() throws { try decision.decide(.forwarder) }
}

struct SourceClearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clear", abstract: "Takes what was decided about it back.",
    discussion: """
      With --domain only what was decided for that domain.

        $ dmarc-report source clear 203.0.113.7
      """)
  @OptionGroup var decision: DecisionOptions

  func run() throws {
    let pattern = try SourcePattern.normal(decision.source)
    let cleared = try decision.database.open(for: .writing).clearDecision(
      pattern: pattern, domain: decision.domain.map(DomainName.normalized))
    guard cleared > 0 else {
      throw UsageFailure(
        what: pattern, why: "nothing was decided about it",
        hint: "dmarc-report source list shows what was")
    }
  }
}

struct SourceListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists what was decided.",
    discussion: """
      With --lines as `source import` reads it: to be kept with other configuration, or taken to \
      another database.

        $ dmarc-report source list --lines > senders.txt
      """)
  @Flag(help: "A line for each, as `source import` reads them.")
  var lines = false
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var format: FormatOptions

  func run() throws {
    let decisions = try database.open(for: .reading).decisions()
    guard lines else { return try format.write(DecisionsAnswer(decisions).document) }
    let output = Output.standardOutput()
    for decision in decisions { try output.write(DecisionLine.text(decision) + "\n") }
    try output.flush()
  }
}

struct SourceShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows all that reports say of a sender, and why it counts.",
    discussion: """
      What it sends, as whom it authenticates, what receivers made of it, and by which rule it counts.

        $ dmarc-report source show 192.0.2.25
        $ dmarc-report source show news-service.example --until latest
      """)

  @Argument(
    help: "An address, a CIDR block, or a domain that mail authenticates as.",
    completion: .senders)
  var source: String
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var window: WindowOptions
  @OptionGroup var format: FormatOptions

  func run() throws {
    let pattern = try SourcePattern.normal(source)
    let store = try database.open(for: .reading)
    let filter = try window.filter(store)
    let facts = try store.facts(filter, naming: .everything)
    let detail = SourceAnalysis(domains: PublicSuffixList()).detail(of: pattern, in: facts)
    let failures = FailureSummary.of(
      addresses: detail.addresses.keys, pattern: pattern, in: try store.failures(filter),
      filter.window)
    try format.write(
      SourceAnswer(detail, pattern: pattern, window: filter.window, failures: failures).document)
  }
}
