import DMARC

/// Messages, and what became of them.
public struct TrafficTotals: Hashable, Sendable {
  /// Messages.
  public var messages: Int64 = 0
  /// Passed DMARC, as reported.
  public var passed: Int64 = 0
  /// SPF passed and aligned, as reported.
  public var spfAligned: Int64 = 0
  /// DKIM passed and aligned, as reported.
  public var dkimAligned: Int64 = 0
  /// Nothing was done to them: disposition none or pass.
  public var delivered: Int64 = 0
  /// Put in quarantine.
  public var quarantined: Int64 = 0
  /// Rejected.
  public var rejected: Int64 = 0
  /// The recomputation from the evidence says something else than the receiver.
  public var differing: Int64 = 0

  /// Totals of nothing.
  public init() {}

  /// Messages that failed DMARC, as reported.
  public var failed: Int64 { messages &- passed }

  /// Adds messages with what the receiver decided about them.
  mutating func add(_ messages: Int64, _ marks: EvaluationMarks, differing isDiffering: Bool) {
    self.messages &+= messages
    if marks.passes { passed &+= messages }
    if marks.spf { spfAligned &+= messages }
    if marks.dkim { dkimAligned &+= messages }
    switch marks.disposition {
    case .quarantine: quarantined &+= messages
    case .reject: rejected &+= messages
    default: delivered &+= messages
    }
    if isDiffering { differing &+= messages }
  }
}

/// What a summary needs to know of an evaluation, worked out once for all facts that share it.
struct EvaluationMarks {
  let dkim: Bool
  let spf: Bool
  let disposition: Disposition?

  init(_ evaluation: Evaluation?) {
    dkim = evaluation?.dkim.word == .pass
    spf = evaluation?.spf.word == .pass
    disposition = evaluation?.disposition.word
  }

  var passes: Bool { dkim || spf }

  /// Whether the recomputation says something else about either mechanism.
  func differ(from recomputed: RecomputedAlignment) -> Bool {
    (recomputed.dkim != .unknown && (recomputed.dkim == .pass) != dkim)
      || (recomputed.spf != .unknown && (recomputed.spf == .pass) != spf)
  }
}
