public import DMARC

/// The record and the losses that a what-if supposes; what is `nil` stays as it is.
public struct WhatIfChange: Sendable {
  public var p: Policy?
  public var sp: Policy?
  public var adkim: AlignmentMode?
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
