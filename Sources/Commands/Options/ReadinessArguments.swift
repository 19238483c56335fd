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

  @Flag(help: "Let only reports help whose mail is verified (import --trust-authserv-id).")
  var verifiedOnly = false

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
  }

  /// Judges the domains asked about; `published` gives the records published now, by domain.
  func judgement(
    of store: any ReportReading,
    published: (Set<String>) throws -> [String: DMARCRecord] = { _ in [:] }
  ) throws -> Judgement {
    let filter = try window.filter(store)
    let ownership = try OwnDomains.all(store)
    let facts = try store.facts(filter, naming: .everything)
    var options = ReadinessOptions()
    let settings = try Settings.inForce()
    options.thresholds = try thresholds.values(settings)
    options.goal = goal ?? settings.goal?.value ?? options.goal
    options.verifiedOnly = verifiedOnly
    let known = Set(facts.reports.compactMap { facts.names.domains[$0.policyDomain] })
      .union(facts.history.keys)
    if !filter.domains.isEmpty {
      options.domains = try Self.asked(known, filter)
    } else if ownership.isKnown, !allDomains {
      options.domains = known.filter(ownership.owns)
    }
    if filter.domains.isEmpty || !window.asked.group.isEmpty {
      options.unheard = ownership.domains.filter { name in
        filter.includes(from: name) && !known.contains { DomainName.isWithin(name, $0) }
      }
    }
    options.records = try published(options.domains ?? known)
    let report = ReadinessAnalysis(domains: PublicSuffixList(), options: options).report(on: facts)
    let strangers = filter.domains.isEmpty ? known.count - (options.domains ?? known).count : 0
    return Judgement(
      report: report, facts: facts, filter: filter, ownership: ownership, strangers: strangers)
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

extension Policy: ExpressibleByArgument {}
