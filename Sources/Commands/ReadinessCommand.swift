internal import Analysis
public import ArgumentParser
public import DMARC
internal import Facts
internal import PublicSuffix
public import ReportOutput

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
        $ dmarc-report readiness --domain example.com --by day --format csv
        $ dmarc-report readiness --format json | jq '.domains[].verdict'
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var window: WindowOptions
  @OptionGroup var trust: TrustOptions

  @Option(help: "The policy to get to; stop at quarantine where people write to mailing lists.")
  var goal = Policy.reject

  @Option(
    help: ArgumentHelp(
      "The record published now, to make the next one from; needs one --domain.",
      valueName: "record"))
  var record: String?

  @Option(
    help: "Instead of verdicts: how much mail of each kind there is, by day, reporter or sender.")
  var by: TimelineAnswer.Grouping?

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
    let filter = try trust.filter(window, store)
    let facts = try store.facts(filter, naming: .everything)
    var options = ReadinessOptions()
    options.thresholds = thresholds.values
    options.goal = goal
    options.verifiedOnly = trust.verifiedOnly
    options.timelines = by != nil
    // By day, reporter or sender all mail that is asked for counts, whoever's policy covers it.
    options.domains = by == nil ? try filter.judged(facts) : nil
    if let published, let domain = window.domains.first { options.records[domain] = published }
    let report = ReadinessAnalysis(domains: PublicSuffixList(), options: options).report(on: facts)
    if let by {
      let empty = EmptyWindow(facts, filter)
      return try format.write(TimelineAnswer(report, by: by, empty: empty).document)
    }
    try format.write(
      ReadinessAnswer(report, of: facts, filter, published: published).document)
    guard report.isReady else { throw ExitStatus.notReady.code }
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
extension TimelineAnswer.Grouping: ExpressibleByArgument {}
