/// The receiver's DMARC verdict on the mail of a record: the `policy_evaluated` element.
public struct Evaluation: Hashable, Sendable {
  /// What the receiver did with the mail.
  public var disposition: Sent<Disposition>
  /// DKIM as it counts for DMARC: passed and aligned.
  public var dkim: Sent<AlignedResult>
  /// SPF as it counts for DMARC: passed and aligned.
  public var spf: Sent<AlignedResult>
  /// Why it applied another policy than the published one, in the order sent.
  public var overrides: [Override]

  /// A verdict of its parts.
  public init(
    disposition: Sent<Disposition>, dkim: Sent<AlignedResult>, spf: Sent<AlignedResult>,
    overrides: [Override] = []
  ) {
    self.disposition = disposition
    self.dkim = dkim
    self.spf = spf
    self.overrides = overrides
  }

  /// Whether the receiver says that the mail passed DMARC; missing and unknown are not a pass.
  public var passes: Bool { dkim.word == .pass || spf.word == .pass }
}
