import DMARC
import Facts
import PublicSuffix

@testable import Analysis

/// Judges estates in this process, by facts made directly.
struct Judge {
  let domains = PublicSuffixList()

  /// Threads are for estates, of which there are many.
  var analysis: ReadinessAnalysis {
    var options = ReadinessOptions()
    options.workers = 1
    return ReadinessAnalysis(domains: domains, options: options)
  }

  func facts(_ estate: Estate, upTo end: Int? = nil) -> WindowFacts {
    facts(estate, estate.reports(domains), upTo: end)
  }

  func facts(
    _ estate: Estate, _ reports: [SimulatedReport], upTo end: Int? = nil
  ) -> WindowFacts {
    let days = estate.judgedDays(upTo: end)
    let last = estate.day(days.upperBound)
    let window = last.advanced(by: 1 - estate.window)...last
    return FactsBuilder.facts(of: reports, window: window, domains: domains)
  }

  func readiness(_ estate: Estate) -> DomainReadiness? {
    analysis.report(on: facts(estate)).domains.first { $0.domain == estate.domain }
  }

  func oracle(_ estate: Estate) -> Oracle {
    Oracle(analysis: analysis, mail: FailingMail(estate, domains), domain: estate.domain)
  }

  func judge(_ estate: Estate, _ part: Suite.Part) -> Judged {
    let facts = facts(estate)
    let outcome = oracle(estate).judge(facts)
    let rung = estate.policy(on: estate.days - 1).rung
    let truth = Truth(estate, domains: domains) { $0 == estate.domain }
    var judged = Judged(
      part: part, estate: estate.name, seed: estate.seed, group: estate.group,
      allowed: estate.allowed)
    judged.wouldLose = rung != .reject && !truth.isSafe(to: rung.oneUp)
    judged.first = pass(outcome.first, estate, estate.allowed, judged)
    judged.settled = pass(
      outcome.last, estate, estate.settled ?? estate.allowed.subtracting([.ask]), judged)
    judged.questions = outcome.questions.count
    judged.answers = outcome.answers.count
    judged.rounds = outcome.rounds
    if let first = outcome.first {
      FixList(estate, domains, facts.names, first).measure(&judged)
    }
    let view = RuleView(facts, of: estate.domain, rung: rung)
    for rule in OtherRule.allCases { judged.others[rule] = rule.moves(view) }
    return judged
  }

  private func pass(
    _ readiness: DomainReadiness?, _ estate: Estate, _ allowed: Set<Verdict>, _ judged: Judged
  ) -> Judged.Pass {
    guard let readiness else {
      return Judged.Pass(fits: allowed.contains(.wait))
    }
    let isWithinGates = readiness.verdict == .ready && !judged.wouldLose
    return Judged.Pass(
      verdict: readiness.verdict, isUnsafe: isUnsafe(readiness, estate),
      fits: allowed.contains(readiness.verdict) || isWithinGates && estate.group == .losing,
      summary: Self.summary(readiness))
  }

  /// Whether publishing the record that is named loses more than it may.
  ///
  /// A domain that ever sent mail is not parked, whatever its last month shows.
  func isUnsafe(_ readiness: DomainReadiness, _ estate: Estate) -> Bool {
    let sends = estate.batches.contains { estate.streams[$0.stream].kind == .legitimate }
    if readiness.verdict == .parked && sends { return true }
    // A record that changes nothing is not advice, and shows what reports show: a tag that no
    // receiver sends is not known.
    guard readiness.next.isChange else { return false }
    let now = estate.policy(on: estate.days - 1)
    let next = PublishedPolicy(
      p: readiness.next.p, sp: readiness.next.sp,
      pct: readiness.next.record.contains("pct=") ? now.pct : nil,
      testing: readiness.next.record.contains("t=y"))
    let movesOwn = next.rung > now.rung
    let movesBelow = next.rungBelow > now.rungBelow
    let truth = Truth(estate, domains: domains) { from in
      from == estate.domain ? movesOwn : movesBelow
    }
    return !truth.isSafe(
      to: max(movesOwn ? next.rung : .none, movesBelow ? next.rungBelow : .none))
  }

  static func summary(_ readiness: DomainReadiness) -> String {
    let own = readiness.own
    let gates = own.unmet.map { "\($0.name.rawValue) \($0.actual)/\($0.required)" }
    let fixes = own.fixes.prefix(3).map {
      "\($0.identity.text) \($0.kind.rawValue) \($0.atRisk) \($0.rule?.name ?? "")"
    }
    let asked = readiness.questions.prefix(3).map { "\($0.pattern) \($0.failing)" }
    return "\(own.verdict) share \(own.atRiskShare ?? -1) \(gates) \(fixes) asks \(asked)"
  }
}

extension PublishedPolicy {
  fileprivate var rungBelow: Policy {
    var below = self
    below.p = sp ?? p
    return below.rung
  }
}
