/// Alignment worked out from `auth_results`, the policy's modes and organizational domains.
public struct RecomputedAlignment: Hashable, Sendable {
  /// What the recomputation of one mechanism says.
  public enum Verdict: UInt8, Sendable {
    case fail = 0
    case pass = 1
    /// The record has no From domain, so nothing can be aligned with it.
    case unknown = 2
  }

  /// What the recomputation says of DKIM.
  public let dkim: Verdict
  /// What the recomputation says of SPF.
  public let spf: Verdict

  /// Verdicts on both mechanisms.
  public init(dkim: Verdict, spf: Verdict) {
    self.dkim = dkim
    self.spf = spf
  }

  /// The stored form: DKIM in the low two bits, SPF in the next two.
  public var code: UInt8 { dkim.rawValue | spf.rawValue << 2 }

  /// Reads the stored form back; unknown bits mean unknown.
  public init(code: UInt8) {
    dkim = Verdict(rawValue: code & 3) ?? .unknown
    spf = Verdict(rawValue: code >> 2 & 3) ?? .unknown
  }

  /// Nothing could be recomputed.
  public static let unknown = RecomputedAlignment(dkim: .unknown, spf: .unknown)

  /// Whether the recomputation says that DMARC passes.
  public var passes: Bool { dkim == .pass || spf == .pass }

  /// Whether the receiver's own verdict says something else about either mechanism.
  public func differs(from evaluation: Evaluation) -> Bool {
    differs(dkim, evaluation.dkim.word) || differs(spf, evaluation.spf.word)
  }

  private func differs(_ verdict: Verdict, _ reported: AlignedResult?) -> Bool {
    verdict != .unknown && (verdict == .pass) != (reported == .pass)
  }
}
