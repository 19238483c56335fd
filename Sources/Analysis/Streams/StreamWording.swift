import DMARC

/// Says in sentences what decided a stream's class and what to do about it.
///
/// Domain names in the sentences come from reports: escape them where they are shown.
public struct StreamWording: Sendable {
  /// The policy domain.
  public let domain: String

  /// Sentences about streams of a domain.
  public init(domain: String) {
    self.domain = domain
  }

  /// Why the stream has its class, and why it weighs or not.
  public func reason(for stream: Stream) -> String {
    var parts = stream.reasons.map(sentence).sorted()
    if let habit = stream.habit, stream.weighs { parts.append(sentence(for: habit)) }
    if stream.kind == .thirdParty, !stream.weighs, stream.habit == nil,
      !stream.reasons.contains(where: { $0.kind.isDecision })
    {
      parts.append("it came as a burst or scattered, which is not how a sender of yours behaves")
    }
    if stream.errors > 0, stream.failing > 0 {
      parts.append("some results are errors of the check, not failures")
    }
    if stream.disputed > 0 {
      parts.append("receivers and their own evidence disagree; the less favourable counts")
    }
    return parts.joined(separator: "; ")
  }

  /// What to do about the stream; `nil` where nothing is to be done.
  public func advice(for stream: Stream) -> String? {
    if stream.weighs { return repair(of: stream) }
    if stream.isUncertain {
      return "look at it once: if it is yours, approve it as a source, if not, block it"
    }
    return stream.kind == .forwarded
      ? "nothing to repair: sign all mail with DKIM, and tell people who write to mailing lists"
      : nil
  }

  private func repair(of stream: Stream) -> String {
    if stream.identity.kind == .organization {
      let seen = stream.authenticated.sorted().prefix(3).joined(separator: ", ")
      let who = stream.identity.service ?? "the sender"
      return stream.kind == .thirdParty
        ? "ask \(who) to sign with d=\(domain); its mail passes as \(seen) only"
        : "publish the DKIM key \(who) signs \(domain) with, or set it up anew; "
          + "its mail passes as \(seen) only"
    }
    if stream.habit != nil {
      return "find the machine at \(stream.identity.text): if it is yours, name it in SPF and sign "
        + "its mail with d=\(domain); if not, block it as a source"
    }
    return "name its addresses in the SPF record and sign its mail with d=\(domain)"
  }

  private func sentence(_ reason: Reason) -> String {
    let name = reason.sender ?? ""
    return switch reason.kind {
    case .passes: "receiver and evidence agree that it passes"
    case .passUnproven: "the receiver says it passes and shows no result; it counts for nothing"
    case .approved: "you decided: approve"
    case .blocked: "you decided: block"
    case .calledForwarder: "you decided: forwarder"
    case .addressSendsAligned: "the same addresses also send mail of yours that passes"
    case .besideOwnServers: "it comes from beside servers of yours that pass"
    case .sibling: "it passes as \(name), another domain of yours"
    case .keyFailsForSender: "your signature made by \(name) fails on part of it"
    case .keyNeverPasses: "it carries a signature of yours that has never passed"
    case .authenticatedAs: "it passes as \(name), not as \(domain)"
    case .claimsOurEnvelope: "its envelope names your domain and SPF does not pass"
    case .claimsOurSignature: "it carries a signature of yours that fails, and nothing that passes"
    case .receiverSaysForwarded: "receivers say that somebody passed it on"
    case .signatureBrokeOnTheWay: "it was signed by your own servers and changed on the way"
    case .signatureSurvivesOnPart: "part of it still carries your valid signature"
    case .nothingPasses: "nothing passes for anybody: this is what reject is for"
    }
  }

  private func sentence(for habit: Habit) -> String {
    switch habit {
    case .steady(let days): "it comes steadily, on \(days) days"
    case .occasions(let times): "it comes back, on \(times) separate occasions"
    case .newAndEven(let days): "it began lately and has come evenly on \(days) days"
    case .withAligned: "it comes when mail of the same sender passes"
    case .rare: "it is little mail from one place, set up with care, like a payroll run"
    }
  }
}

extension Reason.Kind {
  fileprivate var isDecision: Bool {
    self == .approved || self == .blocked || self == .calledForwarder
  }
}
