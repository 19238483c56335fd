internal import Analysis
public import ArgumentParser
public import DMARC
internal import Facts
internal import PublicSuffix
internal import ReportOutput

/// `dmarc-report readiness`: can the policy move, what stands in the way, what to fix first.
struct ReadinessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readiness",
    abstract: "Says whether the policy can move towards reject, and what to fix first.",
    discussion: """
      The verdicts are ready, ask, fix, wait, parked, enforced and alarm; docs/readiness.md \
      explains them and every gate. Ends with status 0 when every domain is ready, parked or \
      enforced, and with 10 when one is not.

        $ dmarc-report readiness --domain example.com
        $ dmarc-report readiness --format json | jq '.domains[].verdict'
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var window: WindowOptions

  @Option(help: "The policy to get to; stop at quarantine where people write to mailing lists.")
  var goal = Policy.reject

  @Option(
    help: ArgumentHelp(
      "The record published now, to make the next one from; needs one --domain.",
      valueName: "record"))
  var record: String?

  @Flag(help: "Let only reports help whose mail is verified (import --trust-authserv-id).")
  var verifiedOnly = false

  @OptionGroup var format: FormatOptions

  @OptionGroup var thresholds: ThresholdOptions

  func validate() throws {
    guard record == nil || window.domain.count == 1 else {
      throw ValidationError("--record needs exactly one --domain.")
    }
    guard goal != .none else { throw ValidationError("--goal must be quarantine or reject.") }
  }

  func run() throws {
    let published = try record.map(Self.read)
    let store = try database.open(for: .reading)
    let filter = try window.filter(store)
    let facts = try store.facts(filter, naming: .everything)
    var options = ReadinessOptions()
    options.thresholds = thresholds.values
    options.goal = goal
    options.verifiedOnly = verifiedOnly
    options.domains = try judged(facts, filter)
    if let published, let domain = window.domains.first { options.records[domain] = published }
    let report = ReadinessAnalysis(domains: PublicSuffixList(), options: options).report(on: facts)
    try format.write(
      ReadinessAnswer(report, of: facts, filter, published: published).document)
    guard report.isReady else { throw ExitStatus.notReady.code }
  }

  /// The policy domains asked about; a parent's policy covers a subdomain that has none.
  private func judged(_ facts: WindowFacts, _ filter: WindowFilter) throws -> Set<String>? {
    guard !filter.domains.isEmpty else { return nil }
    let known = Set(facts.reports.compactMap { facts.names.domains[$0.policyDomain] })
    let chosen = known.filter(filter.includes(from:))
    if chosen.isEmpty, let parent = known.sorted().first {
      throw UsageFailure(
        what: filter.domains.joined(separator: ", "), why: "it has no policy of its own",
        hint: "the policy of \(parent) covers it: --domain \(parent)")
    }
    return chosen
  }

  private static func read(_ text: String) throws -> DMARCRecord {
    do {
      return try DMARCRecord(reading: text)
    } catch {
      throw UsageFailure(
        what: "--record", why: error.sentence, hint: "give it whole, as 'v=DMARC1; p=none; …'")
    }
  }
}

extension Policy: ExpressibleByArgument {}
