import DMARC

/// What a receiver's evaluation says, as far as it tells senders apart.
struct EvaluationTraits {
  let dkim: Bool
  let spf: Bool
  /// Whether DMARC passes, as reported.
  let passes: Bool
  let saysForwarded: Bool

  init(_ evaluation: Evaluation?) {
    dkim = evaluation?.dkim.word == .pass
    spf = evaluation?.spf.word == .pass
    passes = evaluation?.passes ?? false
    saysForwarded = evaluation?.overrides.contains(where: Self.saysForwarded) ?? false
  }

  /// Only these reasons mean forwarding; `local_policy` alone and `arc=fail` mean nothing
  /// (RFC 8617 7.2.2; OpenDMARC writes the latter on passing mail).
  private static func saysForwarded(_ override: Override) -> Bool {
    switch override.type.word {
    case .forwarded, .mailingList, .trustedForwarder: true
    case .localPolicy: override.saysARCPassed
    case .sampledOut, .policyTestMode, .other, nil: false
    }
  }
}
