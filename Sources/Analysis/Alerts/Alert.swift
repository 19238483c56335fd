public import DMARC

/// Something that is new since it was last asked, or is over.
public struct Alert: Hashable, Sendable {
  /// What it is about, with the figures it is told with.
  public enum Matter: Hashable, Sendable {
    /// A sender was never seen before; its mail passes, or is somebody's of whom the owner is asked.
    case newSender(AlertSender)
    /// A sender's mail fails that would be lost; where `isNew` it was never seen before.
    case senderFails(AlertSender, isNew: Bool)
    /// The share of legitimate mail at risk in the last complete days is above what it was.
    case riskRose(usual: Double, now: Double)
    /// The verdict is another one.
    case verdict(from: Verdict, to: Verdict)
    /// Reports show another policy.
    case policy(from: WatchedPolicy, to: WatchedPolicy)
    /// A regular reporter of much of the mail sends nothing any more.
    case reporterSilent(String)
    /// No report came about a domain, since a day.
    case noReports(since: Day?)
    /// No import has come to its end since a moment in UTC seconds.
    case importStale(since: Int64?)
    /// Imports met so many problems that were not there before.
    case problems(Int)
  }

  /// The policy domain; `nil` where it is about all of them.
  public var domain: String?
  /// What it is about.
  public var matter: Matter
  /// Whether it was told before and is over now.
  public var isOver = false

  /// Whether something is worse than it was, as against news and ends.
  public var isWorse: Bool {
    guard !isOver else { return false }
    switch matter {
    case .newSender: return false
    case .verdict(let from, let to): return from.isGood && !to.isGood || to.isWarning
    case .policy(let from, let to): return to.isWeaker(than: from)
    default: return true
    }
  }
}

/// A sender as an alert tells of it.
public struct AlertSender: Hashable, Sendable {
  /// Who sends.
  public var identity: Identity
  /// What the operator calls it.
  public var name: String?
  /// Whether it authenticates as somebody else.
  public var isThirdParty: Bool
  /// Messages in the window.
  public var messages: MessageCount
  /// Messages of them that would be lost, or of which only the owner can say whether they would.
  public var failing: MessageCount
  /// UTC days on which it was seen.
  public var days: Int
}

extension Verdict {
  /// Whether it says that mail of the owner's is lost, or may be.
  var isWarning: Bool { self == .ask || self == .fix || self == .alarm }
}
