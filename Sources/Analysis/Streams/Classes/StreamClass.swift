/// What mail of a sender is, judged by its authentication and behaviour.
public enum StreamClass: String, Sendable, CaseIterable {
  /// Passes DMARC, as reported and by the evidence.
  case aligned
  /// Ours by evidence, and fails.
  case ownBroken = "own, broken"
  /// Authenticated, but as somebody else.
  case thirdParty = "third party"
  /// Passed on by somebody who was given it.
  case forwarded
  /// Nothing passes for anybody: what reject is for.
  case unauthenticated

  /// The place of the class among all.
  var index: Int {
    switch self {
    case .aligned: 0
    case .ownBroken: 1
    case .thirdParty: 2
    case .forwarded: 3
    case .unauthenticated: 4
    }
  }
}
