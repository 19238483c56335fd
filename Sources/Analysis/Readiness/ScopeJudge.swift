import DMARC
import Facts

/// Judges one part of a domain: the domain itself, or its subdomains.
struct ScopeJudge {
  let options: ReadinessOptions
  let window: ClosedRange<Day>
  let reports: [ReportFact]
  let established: Set<Int>
  let reporterNames: IDMap<String>
  let sorted: SortedMail

  /// Days the last part of the window has, for what has become worse.
  private static let recentDays = 7

  /// The readiness of the looks chosen.
  func judge(_ chosen: [Bool], rung: Policy, below: Bool, extra: [Gate]) -> ScopeReadiness {
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
        streamsAtStake: streams.filter(\.isAtStake).count,
        rungDays: history.days(at: rung, below: below), target: target
      ).gates + extra
    let verdict = VerdictRule(
      thresholds: options.thresholds, tally: tally, coverage: coverage, gates: gates, rung: rung,
      goal: options.goal
    ).verdict
    return readiness(verdict, rung, target, tally, gates, streams)
  }

  private var lastWeek: Day { window.upperBound.advanced(by: 1 - Self.recentDays) }

  private var history: PolicyHistory { PolicyHistory(reports: reports, window: window) }

  private var reporterDays: ReporterDays {
    ReporterDays(sorted.passing, established: established, names: reporterNames)
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
      atRiskShare: tally.atRiskShare, forwarded: tally.forwarded, spoofed: tally.spoofed,
      unproven: tally.unproven, disputed: tally.disputed, gates: gates, streams: streams,
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
