/// What may happen to a domain's policy now.
public enum Verdict: String, Sendable, CaseIterable {
  /// The next step is safe now.
  case ready
  /// All that reports can settle is well; what they cannot settle, the owner has to say.
  case ask
  /// Senders of ours would lose mail; they come first.
  case fix
  /// Nothing is wrong, but the evidence is not enough yet.
  case wait
  /// Nothing is sent: reject at once.
  case parked
  /// At its goal and healthy.
  case enforced
  /// Enforced, and losing legitimate mail now.
  case alarm

  /// Whether nothing needs doing but, at most, publishing the next record.
  public var isGood: Bool { self == .ready || self == .parked || self == .enforced }

  /// All verdicts, what is worst for the owner first.
  public static let worstFirst: [Verdict] = [.alarm, .fix, .ask, .wait, .ready, .parked, .enforced]
}
