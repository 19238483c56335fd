public import DMARC

/// What a message is for its owner: every message is of one kind, so the kinds add up to all mail.
public enum MailKind: String, Sendable, CaseIterable {
  /// It passes DMARC, as the receiver says and its evidence shows.
  case passes
  /// It fails, is the owner's, and established reporters saw it: what a strict policy would lose.
  case atRisk = "at_risk"
  /// It fails, and only the owner can say whose it is.
  case inQuestion = "in_question"
  /// It fails because somebody passed it on and changed it.
  case forwarded
  /// It failed, is the owner's, and is no loss to come: repaired since, or temporary errors.
  case over
  /// It fails and is nobody's of the owner's: what reject is for.
  case spoofed
  /// The receiver says it passes and shows no result: it counts for nothing, either way.
  case unproven

  /// Whether DMARC fails, the less favourable view of receiver and evidence.
  public var fails: Bool { self != .passes && self != .unproven }
}

/// How many messages there are of each kind.
public struct KindCounts: Hashable, Sendable {
  private var passes: MessageCount = 0
  private var atRisk: MessageCount = 0
  private var inQuestion: MessageCount = 0
  private var forwarded: MessageCount = 0
  private var over: MessageCount = 0
  private var spoofed: MessageCount = 0
  private var unproven: MessageCount = 0

  /// No messages.
  public init() {}

  /// The messages of a kind.
  public subscript(kind: MailKind) -> MessageCount {
    get {
      switch kind {
      case .passes: passes
      case .atRisk: atRisk
      case .inQuestion: inQuestion
      case .forwarded: forwarded
      case .over: over
      case .spoofed: spoofed
      case .unproven: unproven
      }
    }
    set {
      switch kind {
      case .passes: passes = newValue
      case .atRisk: atRisk = newValue
      case .inQuestion: inQuestion = newValue
      case .forwarded: forwarded = newValue
      case .over: over = newValue
      case .spoofed: spoofed = newValue
      case .unproven: unproven = newValue
      }
    }
  }

  /// All messages.
  public var messages: MessageCount { passes + unproven + failing }
  /// Messages that fail DMARC.
  public var failing: MessageCount { atRisk + inQuestion + forwarded + over + spoofed }

  /// The messages of both.
  public static func + (left: KindCounts, right: KindCounts) -> KindCounts {
    var sum = left
    sum += right
    return sum
  }

  /// The messages that are left without others, which are among them.
  static func - (left: KindCounts, right: KindCounts) -> KindCounts {
    MailKind.allCases.reduce(into: left) { rest, kind in rest[kind] -= right[kind] }
  }

  /// Adds the messages of others; written out, as it is done for every group of mail.
  public static func += (left: inout KindCounts, right: KindCounts) {
    left.passes += right.passes
    left.atRisk += right.atRisk
    left.inQuestion += right.inQuestion
    left.forwarded += right.forwarded
    left.over += right.over
    left.spoofed += right.spoofed
    left.unproven += right.unproven
  }
}

extension SortedMail {
  /// What the mail of a group is that a reporter tells of, established or not.
  ///
  /// What only reporters tell that are not established may be a forgery, so nobody is said to lose
  /// it: whose it is stays in question.
  func kind(of group: Int, isEstablished: Bool) -> MailKind {
    let (mail, item) = (mail.groups[group], items[group])
    if mail.passes { return .passes }
    if mail.isUnproven { return .unproven }
    if item.weighs { return isEstablished ? .atRisk : .inQuestion }
    if item.isAsked { return .inQuestion }
    if item.isOver { return .over }
    return item.classification.kind == .forwarded ? .forwarded : .spoofed
  }
}
