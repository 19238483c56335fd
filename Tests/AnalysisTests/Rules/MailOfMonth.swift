import Analysis
import DMARC
import Facts
import PublicSuffix

/// A month of mail of example.com as two receivers report it, to which each test adds a stream.
struct MailOfMonth {
  static let last = Day(year: 2026, month: 9, day: 20)
  static let days = 30

  var domain = "example.com"
  var published = PolicyPublished(domain: "example.com", p: Sent(Policy.none))
  var reporters = ["one.example", "two.example"]
  var decisions: [SourceDecision] = []
  var history: [String: DomainHistory] = [:]
  private(set) var facts: WindowFacts
  private var ids: [String: Int] = [:]
  private var evidence: [Int: Evidence] = [:]
  private var evaluations: [Int: Evaluation] = [:]
  private var sources: [Int: SourceAddress] = [:]
  private var seen: Set<String> = []
  private let domains = PublicSuffixList()

  init() {
    facts = WindowFacts(window: Self.last.advanced(by: 1 - Self.days)...Self.last)
  }

  /// Ten messages a day and receiver from a server that passes both.
  static var healthy: MailOfMonth {
    var month = MailOfMonth()
    month.add("192.0.2.10", dkim: [("example.com", "s1", .pass)], spf: ("example.com", .pass), 10)
    return month
  }

  private mutating func id(_ kind: String, _ key: String) -> Int {
    let key = "\(kind) \(key)"
    if let known = ids[key] { return known }
    ids[key] = ids.count + 1
    return ids.count
  }

  /// Messages a day and receiver, on some days of the month, counted from its first.
  mutating func add(
    _ source: String, from: String? = nil, dkim: [(String, String, DKIMResult)] = [],
    spf: (String, SPFResult)? = nil, _ messages: MessageCount, days: [Int] = Array(0..<30),
    by chosen: [String]? = nil, overrides: [Override] = []
  ) {
    let results = Evidence(
      dkim: dkim.map { DKIMSignature(domain: $0.0, selector: $0.1, result: Sent($0.2)) },
      spf: spf.map { [SPFCheck(domain: $0.0, scope: Sent(.mfrom), result: Sent($0.1))] } ?? [])
    let name = from ?? domain
    let recomputed = Recomputation(
      domains: domains, dkimMode: published.dkimMode, spfMode: published.spfMode
    ).alignment(of: results, identifiers: Identifiers(headerFrom: name))
    let evaluation = Evaluation(
      disposition: Sent(Disposition.none), dkim: Sent(recomputed.dkim == .pass ? .pass : .fail),
      spf: Sent(recomputed.spf == .pass ? .pass : .fail), overrides: overrides)
    let numbers = (
      domain: id("domain", domain), from: id("domain", name), source: id("source", source),
      evaluation: id("evaluation", "\(evaluation)"), evidence: id("evidence", "\(results)")
    )
    evidence[numbers.evidence] = results
    evaluations[numbers.evaluation] = evaluation
    sources[numbers.source] = SourceAddress(source)
    for day in days {
      for reporter in chosen ?? reporters {
        let on = facts.window.lowerBound.advanced(by: day)
        report(on, by: reporter)
        facts.traffic.append(
          TrafficFact(
            day: on, policyDomain: numbers.domain, headerFrom: numbers.from,
            source: numbers.source, reporter: id("reporter", reporter),
            evaluation: numbers.evaluation, evidence: numbers.evidence, recomputed: recomputed,
            messages: messages))
      }
    }
  }

  /// A report that counts, once a day and reporter.
  mutating func report(_ day: Day, by reporter: String) {
    guard seen.insert("\(day.number) \(reporter) \(domain)").inserted else { return }
    facts.reports.append(
      ReportFact(
        day: day, policyDomain: id("domain", domain), reporter: id("reporter", reporter),
        policy: SharedPolicy(published), messages: 0, showsRFC9990: false, trust: .unverified))
  }

  /// The verdict on a domain.
  func readiness(of name: String = "example.com") -> DomainReadiness? {
    var facts = facts
    facts.names.domains = names("domain")
    facts.names.reporters = names("reporter")
    facts.names.sources = IDMap(sources)
    facts.names.evaluations = IDMap(evaluations)
    facts.names.evidence = IDMap(evidence).mapValues(StoredEvidence.init)
    facts.decisions = decisions
    facts.history = history
    facts.newestDay = facts.reports.map(\.day).max()
    return ReadinessAnalysis(domains: domains).report(on: facts).domains
      .first { $0.domain == name }
  }

  private func names(_ kind: String) -> IDMap<String> {
    IDMap(
      Dictionary(
        uniqueKeysWithValues: ids.compactMap { key, id in
          key.hasPrefix("\(kind) ") ? (id, String(key.dropFirst(kind.count + 1))) : nil
        }))
  }

  /// The verdict, and the rules of what fails.
  var judged: (verdict: Verdict?, rules: [String]) {
    let readiness = readiness()
    let rules = (readiness?.own.streams ?? []).filter { $0.failing > 0 }
      .compactMap { $0.rule?.name }
    return (readiness?.verdict, rules.sorted())
  }
}

typealias Signature = (String, String, DKIMResult)
