import DMARC
import Facts

/// Judges one part of a domain: the domain itself, or its subdomains.
struct ScopeJudge {
  let options: ReadinessOptions
  let window: ClosedRange<Day>
  let domain: String
  /// The reports that count.
  let reports: [ReportFact]
  /// What was before the window.
  let history: DomainHistory?
  let reportersBefore: [ReporterBefore]
  let established: Set<Int>
  let reporterNames: IDMap<String>
  let sorted: SortedMail

  /// Days the last part of the window has, for what has become worse.
  private static let recentDays = 7

  /// The readiness of the mail chosen.
  func judge(
    _ chosen: [Bool], policy: PolicyInForce, below: Bool, extra: [Gate]
  ) -> ScopeReadiness {
    let rung = below ? policy.subdomainRung : policy.rung
    let tally = Tally(sorted, where: chosen)
    let streams = afterFix(StreamList.streams(of: sorted, where: chosen), tally)
    let coverage = Coverage(
      window: window, reported: Set(reports.map(\.day)),
      mailed: Set(sorted.passing.daily.keys))
    let target = min(options.goal, rung.oneUp)
    let gates =
      GateKeeper(
        thresholds: options.thresholds, coverage: coverage, reporters: reporterDays, tally: tally,
        recent: Tally(sorted, where: chosen, from: lastWeek),
        streamsAtStake: streams.filter(\.isAtStake).count, repaired: repaired(chosen),
        rungDays: PolicyHistory(reports: reports, window: window).days(at: policy, below: below),
        target: target
      ).gates + extra
    let questions = QuestionList(
      sorted: sorted, domain: domain, floor: options.thresholds.floor
    ).questions(where: chosen)
    let verdict = VerdictRule(
      thresholds: options.thresholds, tally: tally, coverage: coverage, gates: gates, rung: rung,
      goal: options.goal, questions: questions, history: history
    ).verdict
    var readiness = readiness(verdict, rung, target, tally, gates, streams)
    readiness.questions = questions
    readiness.silentReporters = reporterDays.silent(by: options.thresholds, in: window)
    return readiness
  }

  /// The last days on which mail failed of senders that were repaired and would have been lost.
  private func repaired(_ chosen: [Bool]) -> [Day] {
    var last: [Day: MessageCount] = [:]
    for group in chosen.indices where chosen[group] {
      guard case .repaired(let since)? = sorted.items[group].rule else { continue }
      last[since, default: 0] += sorted.mail.groups[group].trusted
    }
    return last.filter { $0.value >= options.thresholds.floor }.keys.map { $0.advanced(by: -1) }
  }

  private var lastWeek: Day { window.upperBound.advanced(by: 1 - Self.recentDays) }

  private var reporterDays: ReporterDays {
    ReporterDays(
      sorted.passing, reports: reports, before: reportersBefore, established: established,
      names: reporterNames)
  }

  private func readiness(
    _ verdict: Verdict, _ rung: Policy, _ target: Policy, _ tally: Tally, _ gates: [Gate],
    _ streams: [Stream]
  ) -> ScopeReadiness {
    let isDone = verdict == .enforced || rung >= options.goal
    let next: Policy = verdict == .parked ? .reject : isDone ? rung : target
    let waiting = gates.filter { !$0.met }
    let known = waiting.allSatisfy { $0.earliest != nil }
    return ScopeReadiness(
      verdict: verdict, rung: rung, nextRung: next, messages: tally.messages,
      rawPassRate: tally.rawPassRate, legitimate: tally.legitimate, atRisk: tally.atRisk,
      atRiskShare: tally.atRiskShare, forwarded: tally.counts[.forwarded],
      inQuestion: tally.counts[.inQuestion], over: tally.counts[.over],
      spoofed: tally.counts[.spoofed], unproven: tally.counts[.unproven], disputed: tally.disputed,
      gates: gates, streams: streams,
      earliest: verdict == .wait && known ? waiting.compactMap(\.earliest).max() : nil)
  }

  private func afterFix(_ streams: [Stream], _ tally: Tally) -> [Stream] {
    streams.map { stream in
      var stream = stream
      if stream.atRisk > 0 {
        stream.afterFixAtRiskShare = Tally.share(
          tally.atRisk - stream.atRisk, of: tally.legitimate)
      }
      return stream
    }
  }
}
