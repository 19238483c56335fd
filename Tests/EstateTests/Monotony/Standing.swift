import Analysis
import DMARC

/// Where a domain stands, as far as more mail may move it.
struct Standing: Sendable {
  /// How far from `ready` a verdict is.
  enum Rank: Int, Comparable, Sendable {
    case good
    case asked
    case held

    static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }

    init(_ verdict: Verdict) {
      self = verdict.isGood ? .good : verdict == .ask ? .asked : .held
    }
  }

  var verdict = Verdict.wait
  var questions = 0
  var summary = "no domain"
  /// What it says to publish next, for the domain and below it.
  var (next, nextBelow) = (Policy.none, Policy.none)
  var rank: Rank { Rank(verdict) }
  var isGood: Bool { verdict.isGood }

  init(_ readiness: DomainReadiness?) {
    guard let readiness else { return }
    verdict = readiness.verdict
    questions = readiness.questions.count
    (next, nextBelow) = (readiness.next.p, readiness.next.sp)
    summary = Judge.summary(readiness)
  }
}
