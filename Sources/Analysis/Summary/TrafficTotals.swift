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
  /// Nothing was done to them: disposition none or pass, and not one that is missing or that nobody
  /// defined.
  public var delivered: MessageCount = 0
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

  /// Adds the totals of others.
  package mutating func add(_ other: TrafficTotals) {
    messages += other.messages
    passed += other.passed
    spfAligned += other.spfAligned
    dkimAligned += other.dkimAligned
    delivered += other.delivered
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
    case .none?, .pass?: delivered += messages
    case .quarantine: quarantined += messages
    case .reject: rejected += messages
    case nil: break
    }
    if isDiffering { differing += messages }
  }
}
