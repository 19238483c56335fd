import DMARC
import PublicSuffix
import Facts

@testable import Analysis

/// An estate, what was said of it and what is true, for somebody who wants to know why.
struct Portrait {
  let estate: Estate
  let part: Suite.Part
  let judge: Judge

  var text: String {
    let facts = judge.facts(estate)
    let outcome = judge.oracle(estate).judge(facts)
    let judged = judge.judge(estate, part)
    var lines = [
      "", "=== \(estate.name) (seed \(estate.seed)), \(part.rawValue); \(estate.group.rawValue)",
      "may be \(words(estate.allowed)), then \(words(estate.settled ?? estate.allowed))"
        + "; would lose: \(judged.wouldLose)",
      "before: \(pass(judged.first))",
      "after:  \(pass(judged.settled)), \(judged.answers) answers"
        + " in \(judged.rounds) rounds",
      "found \(judged.recall.good)/\(judged.recall.all), weighing rightly "
        + "\(judged.precision.good)/\(judged.precision.all), advice "
        + "\(judged.advice.good)/\(judged.advice.all)",
    ]
    lines += truths
    guard let first = outcome.first else { return lines.joined(separator: "\n") }
    lines += scope("own", first.own, facts)
    if let below = first.subdomains { lines += scope("subdomains", below, facts) }
    lines.append("  next: \(first.next.record)")
    for (question, answer) in zip(outcome.questions, outcome.answers) {
      lines.append(
        "  ASKS \(question.identity.text) [\(question.kind.rawValue)] \(question.pattern): "
          + "\(question.failing) of \(question.messages) fail, \(question.sources.count) "
          + "addresses, \(question.days.count) days -> \(answer.verdict.rawValue)")
    }
    for answer in outcome.answers.dropFirst(outcome.questions.count) {
      lines.append("  ASKS LATER \(answer.pattern) -> \(answer.verdict.rawValue)")
    }
    if let last = outcome.last, outcome.rounds > 0 { lines += scope("settled", last.own, facts) }
    return lines.joined(separator: "\n")
  }

  private func words(_ verdicts: Set<Verdict>) -> String {
    verdicts.map(\.rawValue).sorted().joined(separator: "/")
  }

  private func pass(_ pass: Judged.Pass) -> String {
    "\(pass.verdict.rawValue.uppercased())\(pass.isUnsafe ? " UNSAFE" : "")"
      + (pass.fits ? "" : " UNFIT")
  }

  /// The streams as their senders know them.
  private var truths: [String] {
    let truth = Truth(estate, domains: judge.domains) { _ in true }
    let judgedDays = estate.judgedDays()
    return estate.streams.enumerated().map { index, stream in
      let mine = estate.batches.filter { $0.stream == index && judgedDays.contains($0.day) }
      let fate = truth.fates[index].map { ", loses \($0.lost) of \($0.messages)" } ?? ""
      let days = Set(mine.map(\.day)).count
      return "  truth \(stream.kind) \(stream.name): \(mine.map(\.messages).reduce(0, +)) in "
        + "\(days) days of \(Set(mine.map(\.address)).count) addresses\(fate)"
        + (stream.since.map { ", as it is since day \($0)" } ?? "")
    }
  }

  private func scope(
    _ name: String, _ scope: ScopeReadiness, _ facts: WindowFacts
  ) -> [String] {
    let share = scope.atRiskShare.map { "\(($0 * 10_000).rounded() / 100) %" } ?? "none"
    let unmet = scope.unmet.map { "\($0.name.rawValue) \($0.actual)/\($0.required)" }
    let earliest = scope.earliest.map { ", earliest \($0.text)" } ?? ""
    return [
      "  \(name): \(scope.verdict.rawValue), at \(scope.rung.rawValue), \(scope.messages) messages,"
        + " at risk \(scope.atRisk) (\(share))\(earliest); unmet \(unmet)"
    ] + scope.streams.filter { Self.matters($0) }.prefix(12).map { stream($0, facts) }
  }

  /// Small unauthenticated mail is in every estate and tells nothing.
  private static func matters(_ stream: Stream) -> Bool {
    stream.kind != .unauthenticated || stream.weighs || stream.isAsked || stream.failing >= 20
  }

  private func stream(_ stream: Stream, _ facts: WindowFacts) -> String {
    let holding = FailingMail(estate, judge.domains).held(
      by: stream.identity, stream.kind, sources: stream.sources, days: stream.days,
      names: facts.names)
    let marks = [
      stream.weighs ? "WEIGHS" : nil, stream.isAsked ? "asked" : nil,
      stream.isAtStake ? "at stake" : nil,
    ].compactMap(\.self).joined(separator: " ")
    return "    \(stream.identity.text) [\(stream.kind.rawValue)] \(stream.failing) of "
      + "\(stream.messages) fail, risk \(stream.atRisk), \(stream.sources.count) addresses, "
      + "\(stream.days.count) days \(marks)"
      + "\n      truth: \(holding.legitimate) ours (\(holding.lost) lost), "
      + "\(holding.forwarded) forwarded, \(holding.spoofed) spoofed"
      + "\n      \(stream.reasons.map { "\($0.kind)" }.sorted()), "
      + "\(stream.rule.map { "\($0)" } ?? "no rule") => \(stream.remedy)"
  }
}
