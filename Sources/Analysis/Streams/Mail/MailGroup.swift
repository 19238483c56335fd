import DMARC

/// Mail that is alike in all but the day on which it was seen and who reported it.
///
/// What mail is, and whether it weighs, is decided once for each.
struct MailGroup {
  /// A number of the name table.
  let from: Int
  /// Whether the From domain lies below the policy domain.
  let isSubdomain: Bool
  /// A key of `Names.sources`.
  let source: Int
  /// The number of the source among those of the policy domain.
  let place: Int
  /// The number of the neighbourhood of the address among those of the policy domain.
  let network: Int
  /// A number of the digest table.
  let digest: Int
  /// The digest's: the organization of others it came through.
  let stranger: Int?
  /// Receiver and evidence both say that DKIM passes and is aligned.
  let dkimAligned: Bool
  /// Receiver and evidence both say that SPF passes and is aligned.
  let spfAligned: Bool
  /// A domain of ours authenticated, and only the strict alignment mode is why that is not enough.
  let isStrictlyUnaligned: Bool
  /// Receiver and evidence disagree on whether DMARC passes.
  let isDisputed: Bool
  /// The receiver says it passes and gives no result at all to show for it.
  let isUnproven: Bool
  /// The receiver says that somebody passed the mail on.
  let saysForwarded: Bool
  /// Messages.
  var messages: MessageCount = 0
  /// Messages that established reporters saw.
  var trusted: MessageCount = 0
  /// Whether an established reporter saw it at all.
  var isEstablished = false
  /// The last fact that looks so, as an index of the window's traffic.
  var lastFact = 0

  /// Whether DMARC passes, the less favourable of both views.
  var passes: Bool { dkimAligned || spfAligned }
}
