import DMARC

/// How mail must behave over the window to be taken for a sender of ours, or asked about.
///
/// Authentication says who sends, never on whose behalf; for mail that fails, these patterns
/// decide what the owner is asked about. They count presence: more mail, days, addresses or networks
/// of a sender make it count more, not less.
struct BehaviourThresholds {
  /// Messages below which nothing is concluded.
  var floor: MessageCount = 10
  /// Days of passing mail up to which a sender mails seldom.
  var roundDays = 6
  /// Idle days that end one occasion (a payroll run, a newsletter) and begin another.
  var idleDays = 4
  /// Days of mail, and days from first to last, from which on an address has come back.
  var backDays = 4
  var backSpan = 8
  /// Days of mail of a sender that began lately and goes on, and the share of the days since it
  /// began that must have mail.
  var youngDays = 3
  var youngShare = 0.6
  /// Days before the end of the window within which such a sender must have been seen.
  var youngEnd = 2
  /// Networks up to which a single run is asked about; from more at once it is a wave.
  var runNetworks = 3
  /// Days around a crowd's mail within which an address came and went with it.
  var waveMargin = 3
  /// Networks from which on those that do not come back make a sender scattered.
  var scatteredNetworks = 12
  /// The same where there is next to no mail from each: networks, and messages of one.
  var sparseNetworks = 4
  var sparseMessages: MessageCount = 5
  /// Unrelated organizations at one address from which on none of them is a sender of ours.
  var rotating = 3
  /// Networks of addresses that come back from which on they are a botnet, where the domain has
  /// never sent anything that passes.
  var crowdWithoutPassing = 10
  /// Days of mail from which on a weekly rhythm can be read, and how far it must be from a flat
  /// week, in standard deviations.
  var weekDays = 10
  var weekDistance = 3.0
  /// Weekend mail, as part of weekday mail, below which the domain has a rhythm.
  var rhythm = 0.6
  /// Strange addresses in a network from which on it is not our own neighbourhood any more.
  var strangersNearby = 5
  /// Days, and days from first to last, after which a machine beside our servers is ours.
  var nearbyDays = 3
  var nearbySpan = 7
  /// Messages of a single day beside our servers that are asked about.
  var nearbyRun: MessageCount = 20
  /// Days of passing mail after which a sender that stops passing has changed.
  var partnerDays = 2
  /// Share of what a relay passes on that must break before the owner is asked.
  var relayBroken = 0.6
  /// Messages that an organization breaks, as part of all passing mail, from which on it may be a
  /// service that bears our selector and no forwarder.
  var relayVolume = 0.02
  /// Days of temporary errors up to which they are left out.
  var temporaryDays = 7
}
