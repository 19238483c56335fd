public import DMARC

/// Messages, and what became of them.
public struct TrafficTotals: Hashable, Sendable {
  /// Messages.
  public var messages: MessageCount = 0
  /// Passed DMARC, as reported.
  public var passed: MessageCount = 0
  /// SPF passed and aligned, as reported.
  public var spfAligned: MessageCount = 0
  /// DKIM passed and aligned, as reported.
  public var dkimAligned: MessageCount = 0
  /// Put in quarantine.
  public var quarantined: MessageCount = 0
  /// Rejected.
  public var rejected: MessageCount = 0
  /// The recomputation from the evidence says something else than the receiver.
  public var differing: MessageCount = 0

  /// Totals of nothing.
  public init() {}

  /// Messages that failed DMARC, as reported.
  public var failed: MessageCount { messages - passed }

  /// Nothing was done to them: disposition none or pass.
  public var delivered: MessageCount { messages - quarantined - rejected }

  /// Adds the totals of others.
  mutating func add(_ other: TrafficTotals) {
    messages += other.messages
    passed += other.passed
    spfAligned += other.spfAligned
    dkimAligned += other.dkimAligned
    quarantined += other.quarantined
    rejected += other.rejected
    differing += other.differing
  }

  /// Adds messages with what the receiver decided about them.
  mutating func add(_ messages: MessageCount, _ marks: EvaluationMarks, differing isDiffering: Bool)
  {
    self.messages += messages
    if marks.passes { passed += messages }
    if marks.spf { spfAligned += messages }
    if marks.dkim { dkimAligned += messages }
    switch marks.disposition {
    case .quarantine: quarantined += messages
    case .reject: rejected += messages
    default: break
    }
    if isDiffering { differing += messages }
  }
}
