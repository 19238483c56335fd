import Analysis
import DMARC
import Facts
import PublicSuffix

/// What the rules of others look at: rates and sources, as the reporters state them.
struct RuleView {
  var rung: Policy
  var messages: MessageCount = 0
  var passing: MessageCount = 0
  var lastWeek: MessageCount = 0
  var lastWeekPassing: MessageCount = 0
  var daysWithData = 0
  /// Days from the first to the last report at the present rung.
  var daysAtRung = 0
  /// Days since the newest report.
  var age = 0
  /// Failing messages by address.
  var failing: [Int: MessageCount] = [:]
  /// Failing messages that are neither unauthenticated, forwarded nor wholly a stranger's.
  var broken: MessageCount = 0
  var hasDKIM = false
  /// Evidence that was read once.
  private var known: [Int: Evidence] = [:]

  init(_ facts: WindowFacts, of domain: String, rung: Policy) {
    self.rung = rung
    let domains = facts.names.domains
    let id = zip(domains.ids, domains.values).first { $1 == domain }?.0 ?? -1
    let reports = facts.reports.filter { $0.policyDomain == id }
    for fact in facts.traffic where fact.policyDomain == id { add(fact, facts) }
    let at = reports.filter { $0.policy.p.word == rung }.map(\.day)
    daysWithData = Set(reports.map(\.day)).count
    if let first = at.min(), let last = at.max() { daysAtRung = last.number - first.number + 1 }
    age = facts.newestDay.map { facts.window.upperBound.number - $0.number } ?? 99
  }

  private mutating func add(_ fact: TrafficFact, _ facts: WindowFacts) {
    guard let evaluation = facts.names.evaluations[fact.evaluation],
      let evidence = known[fact.evidence] ?? facts.names.evidence[fact.evidence]?.read
    else { return }
    known[fact.evidence] = evidence
    let isLate = facts.window.upperBound.number - fact.day.number < 7
    messages += fact.messages
    if isLate { lastWeek += fact.messages }
    if evaluation.dkim.word == .pass { hasDKIM = true }
    if evaluation.passes {
      passing += fact.messages
      if isLate { lastWeekPassing += fact.messages }
      return
    }
    failing[fact.source, default: 0] += fact.messages
    let from = facts.names.fromDomain(of: fact)
    if evaluation.overrides.isEmpty, evidence.isBroken(for: from) { broken += fact.messages }
  }

  var rate: Double { messages == 0 ? 0 : Double(passing) / Double(messages) }
  var weekRate: Double { lastWeek == 0 ? 0 : Double(lastWeekPassing) / Double(lastWeek) }
  var risk: Double {
    passing + broken == 0 ? 1 : Double(broken) / Double(passing + broken)
  }
  func sources(failingAtLeast count: MessageCount) -> Int {
    failing.values.filter { $0 >= count }.count
  }
}

extension Evidence {
  /// Something passed, or something of ours was tried; not nothing, and not only strangers.
  fileprivate func isBroken(for from: String) -> Bool {
    let passing =
      dkim.filter { $0.result.word == .pass }.compactMap(\.domain)
      + spf.filter { $0.result.word == .pass }.compactMap(\.domain)
    let named = dkim.compactMap(\.domain) + spf.compactMap(\.domain)
    guard !passing.isEmpty else { return false }
    return named.contains { DomainName.isWithin($0, from) || DomainName.isWithin(from, $0) }
  }
}
