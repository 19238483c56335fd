import DMARC

/// What is different for a domain from the window before.
///
/// Only senders are told of that send regularly, ten messages or more on two days or more: single
/// addresses come and go every day. What strangers do in the owner's name is no change of theirs.
public struct WindowChanges: Hashable, Sendable {
  /// A sender whose mail is of another kind than before.
  public struct Turn: Hashable, Sendable {
    /// Who sends.
    public var identity: Identity
    /// The share of its mail that passed before, 0...1.
    public var before: Double
    /// The share of its mail that passes now, 0...1.
    public var now: Double
  }

  /// Senders that are in this window and were not in the one before, as they rank.
  public var newSenders: [Timeline.OfSender] = []
  /// Senders that were in the window before and are in this one no more.
  public var goneSenders: [Timeline.OfSender] = []
  /// Senders that passed before and fail now, or the other way round.
  public var turns: [Turn] = []
  /// Established reporters that sent nothing in the window before.
  public var newReporters: [String] = []
  /// Established reporters of the window before that send nothing now.
  public var goneReporters: [String] = []
  /// Messages in the window before, by kind.
  public var countsBefore: KindCounts
  /// The policy at the end of the window before, where it is another one now.
  public var policyBefore: PolicyInForce?
  /// The verdict on the window before, where it is another one now.
  public var verdictBefore: Verdict?

  /// Messages of a sender from which on it is told of.
  fileprivate static let fewest: MessageCount = 10
  /// Days on which such a sender was seen.
  private static let fewestDays = 2

  /// The changes between two windows of one domain; `nil` where one has no timeline, or the one
  /// before has no report.
  public init?(from before: DomainReadiness, to now: DomainReadiness) {
    guard let old = before.timeline, let new = now.timeline, old.reports > 0 else { return nil }
    countsBefore = old.total
    let known = Dictionary(old.senders.map { ($0.identity, $0) }) { first, _ in first }
    let present = Set(new.senders.map(\.identity))
    newSenders = new.senders.filter { Self.isTold($0) && known[$0.identity] == nil }
    goneSenders = old.senders.filter { Self.isTold($0) && !present.contains($0.identity) }
    turns = new.senders.compactMap { sender in known[sender.identity].flatMap { Turn($0, sender) } }
    let reported = (Set(old.reporters.map(\.reporter)), Set(new.reporters.map(\.reporter)))
    newReporters = new.reporters.filter { $0.isEstablished && !reported.0.contains($0.reporter) }
      .map(\.reporter)
    goneReporters = old.reporters.filter { $0.isEstablished && !reported.1.contains($0.reporter) }
      .map(\.reporter)
    if before.policy.isOther(than: now.policy) { policyBefore = before.policy }
    if before.verdict != now.verdict { verdictBefore = before.verdict }
  }

  /// Whether nothing is to be told but numbers.
  public var isEmpty: Bool {
    newSenders.isEmpty && goneSenders.isEmpty && turns.isEmpty && newReporters.isEmpty
      && goneReporters.isEmpty && policyBefore == nil && verdictBefore == nil
  }

  private static func isTold(_ sender: Timeline.OfSender) -> Bool {
    let own = sender.counts.messages - sender.counts[.spoofed] - sender.counts[.forwarded]
    return own >= fewest && sender.days.count >= fewestDays
  }
}

extension WindowChanges.Turn {
  fileprivate init?(_ old: Timeline.OfSender, _ new: Timeline.OfSender) {
    let whole = (old.counts.messages, new.counts.messages)
    guard min(whole.0, whole.1) >= WindowChanges.fewest,
      let before = old.counts[.passes].share(of: whole.0),
      let now = new.counts[.passes].share(of: whole.1)
    else { return nil }
    let (passing, failing) = (0.9, 0.5)
    guard before >= passing && now < failing || before < failing && now >= passing else {
      return nil
    }
    self.init(identity: new.identity, before: before, now: now)
  }
}

extension PolicyInForce {
  /// Whether another policy is asked for; what one side does not say is no difference.
  fileprivate func isOther(than other: PolicyInForce) -> Bool {
    p != other.p || sp != nil && other.sp != nil && sp != other.sp || rung != other.rung
  }
}
