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
    /// The address lies beside addresses our SPF record names.
    case besideOwnServers
    /// It authenticated as another domain of the same operator.
    case sibling
    /// Our signature failed, with a key that passes for this sender at other times.
    case keyFailsForSender
    /// Our signature failed, with a key that has passed for nobody.
    case keyNeverPasses
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
    /// Nothing passed for anybody.
    case nothingPasses

    /// Whether the reason is about the sender by name.
    var namesSender: Bool {
      self == .sibling || self == .keyFailsForSender || self == .authenticatedAs
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
