import DMARC

/// A traffic fact with everything about it looked up once.
struct Mail {
  let day: Day
  let from: String
  /// Whether the From domain lies below the policy domain.
  let isSubdomain: Bool
  let source: Int
  let address: SourceAddress
  let reporter: Int
  let isEstablished: Bool
  let messages: Int64
  let digest: EvidenceDigest
  /// The digest's configuration as a number.
  let configuration: Int
  /// Receiver and evidence both say that DKIM passes and is aligned.
  let dkimAligned: Bool
  /// Receiver and evidence both say that SPF passes and is aligned.
  let spfAligned: Bool
  /// Receiver and evidence disagree on whether DMARC passes.
  let isDisputed: Bool
  /// The receiver says it passes and gives no result at all to show for it.
  let isUnproven: Bool
  /// The receiver says that somebody passed the mail on.
  let saysForwarded: Bool

  /// Whether DMARC passes, the less favourable of both views.
  var passes: Bool { dkimAligned || spfAligned }
}
