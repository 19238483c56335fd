/// The result types that RFC 8460 4.3 defines.
public enum TLSResult: String, CaseIterable, Sendable {
  case starttlsNotSupported = "starttls-not-supported"
  case certificateHostMismatch = "certificate-host-mismatch"
  case certificateExpired = "certificate-expired"
  case certificateNotTrusted = "certificate-not-trusted"
  case validationFailure = "validation-failure"
  case tlsaInvalid = "tlsa-invalid"
  case dnssecInvalid = "dnssec-invalid"
  case daneRequired = "dane-required"
  case stsPolicyFetchError = "sts-policy-fetch-error"
  case stsPolicyInvalid = "sts-policy-invalid"
  case stsWebPKIInvalid = "sts-webpki-invalid"

  /// What reporters send in place of the word, too.
  private static let spellings: [String: TLSResult] = [
    "certificate-name-mismatch": .certificateHostMismatch
  ]

  /// The result that a word stands for; `nil` where nobody defined it.
  public init?(word: String) {
    guard let result = TLSResult(rawValue: word) ?? Self.spellings[word] else { return nil }
    self = result
  }
}

/// The kinds of policy that RFC 8460 4.2 defines.
public enum TLSPolicyType: String, CaseIterable, Sendable {
  /// MTA-STS (RFC 8461).
  case sts
  /// DANE (RFC 7672).
  case tlsa
  /// Neither.
  case none = "no-policy-found"
}
