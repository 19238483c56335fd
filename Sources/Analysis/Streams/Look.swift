import DMARC

/// What mail looks like, whenever and by whomever it was seen: all of a fact but day and reporter.
///
/// What mail is, and whether it weighs, is decided once for each look.
struct Look {
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
