import Analysis
import DMARC
import Facts
import PublicSuffix

/// What the analysis says of an estate.
struct Judged: Sendable {
  var part: Suite.Part
  var estate: String
  var seed: UInt64
  var verdict: Verdict
  var allowed: Set<Verdict>
  /// Whether publishing what it says next loses more legitimate mail than it may.
  var isUnsafe: Bool
  var summary: String
  /// Whether taking the next step of the ladder would lose more than it may, whoever says so.
  var wouldLose = false
  /// Whether the verdict fits: one of those expected, or a step that loses less than it may.
  var fits: Bool {
    allowed.contains(verdict)
      || verdict == .ready && !wouldLose && (part == .troubled || part == .wavesOverTrouble)
  }
  /// Who of the others says that the next step can be taken.
  var others: [OtherRule: Bool] = [:]
}

/// Judges estates in this process, by facts made directly.
struct Judge {
  let domains = PublicSuffixList()

  func facts(_ estate: Estate) -> WindowFacts {
    let window = estate.day(0)...Estate.lastDay
    return FactsBuilder.facts(of: estate.reports(domains), window: window, domains: domains)
  }

  func judge(_ estate: Estate, _ part: Suite.Part) -> Judged {
    let facts = facts(estate)
    let readiness = ReadinessAnalysis(domains: domains).report(on: facts).domains
      .first { $0.domain == estate.domain }
    let verdict = readiness?.verdict ?? .wait
    let rung = estate.policy(on: estate.days - 1).p
    let view = RuleView(facts, rung: rung)
    let truth = Truth(estate, domains: domains) { $0 == estate.domain }
    return Judged(
      part: part, estate: estate.name, seed: estate.seed, verdict: verdict, allowed: estate.allowed,
      isUnsafe: readiness.map { isUnsafe($0, estate) } ?? false,
      summary: readiness.map(Self.summary) ?? "no domain",
      wouldLose: rung != .reject && !truth.isSafe(to: rung.oneUp),
      others: Dictionary(uniqueKeysWithValues: OtherRule.allCases.map { ($0, $0.moves(view)) }))
  }

  private func isUnsafe(_ readiness: DomainReadiness, _ estate: Estate) -> Bool {
    let now = estate.policy(on: estate.days - 1)
    let (p, sp) = (readiness.next.p, readiness.next.sp)
    let movesOwn = p > now.p
    let movesBelow = sp > now.sp ?? now.p
    let truth = Truth(estate, domains: domains) { from in
      from == estate.domain ? movesOwn : movesBelow
    }
    return !truth.isSafe(to: max(movesOwn ? p : .none, movesBelow ? sp : .none))
  }

  private static func summary(_ readiness: DomainReadiness) -> String {
    let own = readiness.own
    let gates = own.unmet.map { "\($0.name.rawValue) \($0.actual)/\($0.required)" }
    let fixes = own.fixes.prefix(3).map {
      "\($0.identity.text) \($0.kind.rawValue) \($0.atRisk) \($0.habit.map { "\($0)" } ?? "")"
    }
    return "\(own.verdict) share \(own.atRiskShare ?? -1) \(gates) \(fixes)"
  }
}
