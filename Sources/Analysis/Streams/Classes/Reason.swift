/// What decided the class of a stream.
public struct Reason: Hashable, Sendable {
  /// The reasons there are.
  public enum Kind: Int, Sendable, CaseIterable {
    /// Receiver and evidence agree that it passes.
    case passes
    /// The receiver says it passes and shows no result: it counts for nothing, either way.
    case passUnproven
    /// The operator approved the sender.
    case approved
    /// The operator blocked the sender.
    case blocked
    /// The operator said that the sender is a forwarder.
    case calledForwarder
    /// The address also sends mail that passes.
    case addressSendsAligned
    /// It authenticated as a subdomain of ours, which the alignment mode does not accept.
    case subdomainPasses
    /// The address lies beside addresses our SPF record names.
    case besideOwnServers
    /// It authenticated as another domain of the same operator.
    case sibling
    /// Our signature failed, with a key that passes for this sender at other times.
    case keyFailsForSender
    /// Our signature failed, with a key that has passed for nobody.
    case keyNeverPasses
    /// Our signature failed at a service that is known to send for others.
    case keyFailsAtService
    /// It authenticated as the sender.
    case authenticatedAs
    /// SPF was asked about our domain and did not pass.
    case claimsOurEnvelope
    /// It carries a signature of ours that failed, and nothing else.
    case claimsOurSignature
    /// A receiver said that somebody passed it on.
    case receiverSaysForwarded
    /// It carries a signature made at our own servers that broke on the way.
    case signatureBrokeOnTheWay
    /// Other mail from there still carries our valid signature.
    case signatureSurvivesOnPart
    /// A mailbox service passed it by SPF and did not sign it: its users forward mail.
    case mailboxForwards
    /// Our own servers' signature broke, and one receiver alone sees that: a gateway of its own.
    case gatewayOfOneReceiver
    /// A server passes on so much of our mail that it may be one of ours.
    case passesOnMuch
    /// What failed are temporary errors of the check.
    case temporaryErrors
    /// Nothing passed for anybody.
    case nothingPasses

    /// Whether the reason is about the sender by name.
    var namesSender: Bool {
      [.sibling, .keyFailsForSender, .keyFailsAtService, .authenticatedAs].contains(self)
    }
  }

  /// What decided.
  public let kind: Kind
  /// The sender it is about, where it is about one.
  public let sender: String?

  init(_ kind: Kind, sender: String) {
    self.kind = kind
    self.sender = kind.namesSender ? sender : nil
  }
}
