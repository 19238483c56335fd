public import DMARC

/// The record and the losses that a what-if supposes; what is `nil` stays as it is.
public struct WhatIfChange: Sendable {
  /// The policy of the domain; it is its subdomains' too where `sp` is `nil`.
  public var p: Policy?
  /// The policy of its subdomains.
  public var sp: Policy?
  /// How closely the signing domain must match.
  public var adkim: AlignmentMode?
  /// How closely the domain that SPF passed for must match.
  public var aspf: AlignmentMode?
  /// Addresses, CIDR blocks and domains whose SPF no longer passes.
  public var withoutSPF: [String]
  /// Domains whose signatures no longer pass.
  public var withoutDKIM: [String]

  /// No change: what would have become of the mail under the policy in force.
  public init(
    p: Policy? = nil, sp: Policy? = nil, adkim: AlignmentMode? = nil, aspf: AlignmentMode? = nil,
    withoutSPF: [String] = [], withoutDKIM: [String] = []
  ) {
    self.p = p
    self.sp = sp
    self.adkim = adkim
    self.aspf = aspf
    self.withoutSPF = withoutSPF
    self.withoutDKIM = withoutDKIM
  }
}
