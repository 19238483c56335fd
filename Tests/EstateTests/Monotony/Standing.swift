import Analysis

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
  var rank: Rank { Rank(verdict) }

  init(_ readiness: DomainReadiness?) {
    guard let readiness else { return }
    verdict = readiness.verdict
    questions = readiness.questions.count
    summary = Judge.summary(readiness)
  }
}
