internal import Analysis
public import ArgumentParser
internal import Configuration
public import DMARC
internal import Facts
internal import PublicSuffix

/// What a verdict on domains is asked of: the window, the goal, and what is enough.
struct ReadinessArguments: ParsableArguments {
  @OptionGroup var window: WindowOptions

  @Option(
    help: """
      The policy to get to, reject unless told; stop at quarantine where people write to mailing \
      lists.
      """)
  var goal: Policy?

  @OptionGroup var trust: TrustOptions

  @Flag(help: "Judge domains that are not yours, too.")
  var allDomains = false

  @OptionGroup var thresholds: ThresholdOptions

  func validate() throws {
    guard goal != Policy.none else { throw ValidationError("--goal must be quarantine or reject.") }
  }

  /// A verdict on domains, with the facts it is made from and the filter that found them.
  struct Judgement {
    let report: ReadinessReport
    let facts: WindowFacts
    let filter: WindowFilter
    let ownership: Ownership
    /// How many domains that reports are about were left out since they are not the operator's.
    let strangers: Int
    /// Judges other facts by the same rules.
    let analysis: ReadinessAnalysis
  }

  /// What is wanted of a judgement.
  enum Wanted {
    /// Verdicts alone.
    case verdicts
    /// Verdicts, with the mail of each domain by day, reporter and sender.
    case pictures
    /// All mail that is asked for by day, reporter and sender, whoever's policy covers it.
    case mail
  }

  /// Judges the domains asked about; `published` gives the records published now, by domain.
  ///
  /// The window ends with `last` at the latest, and has `days` in place of those asked for.
  func judgement(
    of store: any ReportReading, _ wanted: Wanted = .verdicts, endingBy last: Day? = nil,
    days: Int? = nil, published: (Set<String>) throws -> [String: DMARCRecord] = { _ in [:] }
  ) throws -> Judgement {
    let filter = try trust.filter(window, store, endingBy: last, days: days)
    let ownership = try OwnDomains.all(store)
    let facts = try store.facts(filter, naming: .everything)
    var options = try ReadinessOptions(thresholds, trust, goal: goal)
    options.timelines = wanted != .verdicts
    let known = Set(facts.reports.compactMap { facts.names.domains[$0.policyDomain] })
      .union(facts.history.keys)
    if !filter.domains.isEmpty {
      options.domains = wanted == .mail ? nil : try Self.asked(known, filter)
    } else if ownership.isKnown, !allDomains {
      options.domains = known.filter(ownership.owns)
    }
    if filter.domains.isEmpty || !window.asked.group.isEmpty {
      options.unheard = ownership.domains.filter { name in
        filter.includes(from: name) && !known.contains { DomainName.isWithin(name, $0) }
      }
    }
    options.records = try published(options.domains ?? known)
    let analysis = ReadinessAnalysis(domains: PublicSuffixList(), options: options)
    let strangers = filter.domains.isEmpty ? known.count - (options.domains ?? known).count : 0
    return Judgement(
      report: analysis.report(on: facts), facts: facts, filter: filter, ownership: ownership,
      strangers: strangers, analysis: analysis)
  }

  /// The policy domains asked about; a parent's policy covers a subdomain that has none.
  private static func asked(_ known: Set<String>, _ filter: WindowFilter) throws -> Set<String> {
    let chosen = known.filter(filter.includes(from:))
    if chosen.isEmpty, let parent = known.sorted().first {
      throw UsageFailure(
        what: filter.domains.joined(separator: ", "), why: "it has no policy of its own",
        hint: "the policy of \(parent) covers it: --domain \(parent)")
    }
    return chosen
  }
}

extension ReadinessOptions {
  /// What is enough, as the command line or the configuration has it.
  init(_ thresholds: ThresholdOptions, _ trust: TrustOptions, goal: Policy?) throws {
    self.init()
    let settings = try Settings.inForce()
    self.thresholds = try thresholds.values(settings)
    self.goal = goal ?? settings.goal?.value ?? self.goal
    verifiedOnly = trust.verifiedOnly
  }
}

extension Policy: ExpressibleByArgument {}
