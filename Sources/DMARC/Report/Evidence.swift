/// The raw authentication results of a record: the `auth_results` element.
///
/// Never mistake them for alignment.
public struct Evidence: Hashable, Sendable {
  /// The signatures, in the order sent.
  public var dkim: [DKIMSignature]
  /// The SPF checks, in the order sent.
  public var spf: [SPFCheck]

  /// Evidence of signatures and SPF checks, in the order sent.
  public init(dkim: [DKIMSignature] = [], spf: [SPFCheck] = []) {
    self.dkim = dkim
    self.spf = spf
  }

  /// The domains that authenticated, aligned or not: signatures that passed, then SPF checks.
  public var authenticatedDomains: [String] {
    dkim.filter { $0.result.word == .pass }.compactMap(\.domain)
      + spf.filter { $0.result.word == .pass }.compactMap(\.domain)
  }
}

/// One DKIM signature as the receiver saw it.
public struct DKIMSignature: Hashable, Sendable {
  /// The signing domain (`d=`), normalized; `nil` when it was missing or empty.
  public var domain: String?
  /// The selector (`s=`), as sent; `nil` when it was not sent.
  public var selector: String?
  /// What came of verifying it.
  public var result: Sent<DKIMResult>
  /// What the receiver says of it in words.
  public var humanResult: String?

  /// A signature of its parts.
  public init(
    domain: String?, selector: String? = nil, result: Sent<DKIMResult>, humanResult: String? = nil
  ) {
    self.domain = domain
    self.selector = selector
    self.result = result
    self.humanResult = humanResult
  }
}

/// One SPF check as the receiver made it.
public struct SPFCheck: Hashable, Sendable {
  /// The domain checked, normalized; `nil` when it was missing or empty.
  public var domain: String?
  /// Whether the envelope sender or the name in HELO was checked.
  public var scope: Sent<SPFScope>
  /// What came of the check.
  public var result: Sent<SPFResult>
  /// What the receiver says of it in words.
  public var humanResult: String?

  /// A check of its parts.
  public init(
    domain: String?, scope: Sent<SPFScope> = .missing, result: Sent<SPFResult>,
    humanResult: String? = nil
  ) {
    self.domain = domain
    self.scope = scope
    self.result = result
    self.humanResult = humanResult
  }
}
