/// What one failing mail is, before its behaviour over the window is looked at.
struct Finding: Hashable {
  /// What it takes for mail of this kind to weigh.
  enum Test: Hashable {
    /// Ours by evidence that a stranger cannot make.
    case proven
    /// Beside our own servers: enough of it is enough.
    case nearby
    /// Authenticated as somebody else: judged by its behaviour.
    case service
    /// Says it is ours and proves nothing: judged by its behaviour, strictly.
    case claim
    /// Never weighs.
    case never
    /// The operator has said what it is.
    case decided(weighs: Bool, name: String?)
  }

  let kind: StreamClass
  let identity: Identity
  /// Where and how it is sent, so that mail set up alike is judged together.
  let unit: String
  let test: Test
  /// What decided, in a sentence.
  let reason: Reason
}

/// What decided the class of a stream.
public enum Reason: Hashable, Sendable {
  /// Receiver and evidence agree that it passes.
  case passes
  /// The receiver says it passes and shows no result: it counts for nothing, either way.
  case passUnproven
  /// The operator decided so.
  case decided(String)
  /// The address also sends mail that passes.
  case addressSendsAligned
  /// The address lies beside addresses our SPF record names.
  case besideOwnServers
  /// It authenticated as another domain of the same operator.
  case sibling(String)
  /// Our signature failed, with a key that passes for this sender at other times.
  case keyFailsForSender(String)
  /// Our signature failed, with a key that has passed for nobody.
  case keyNeverPasses
  /// It authenticated as this organization.
  case authenticatedAs(String)
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
}
