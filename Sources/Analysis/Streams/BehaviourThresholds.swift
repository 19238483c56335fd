import DMARC

/// How mail must behave over the window to be taken for a sender of ours.
///
/// Authentication says who sends, never on whose behalf; for mail that fails, these patterns
/// decide. Everything counts presence, not size, wherever it can: a stranger can add mail to a
/// pattern and cannot take any away.
struct BehaviourThresholds {
  /// Messages below which nothing is concluded.
  var floor: MessageCount = 10
  /// Days of mail, and days from the first to the last, of a steady authenticated sender.
  var steadyDays = 6
  var steadySpan = 15
  /// Networks a sender that is no known service may come from.
  var networks = 12
  /// Idle days that end one occasion (a payroll run, a newsletter) and begin another.
  var idleDays = 4
  /// Networks, and messages a day, up to which two occasions are enough.
  var occasionNetworks = 6
  var occasionVolume: MessageCount = 1000
  /// Days of a new sender that mails evenly since it began.
  var newDays = 7
  /// Messages a day, and in all, of a rare sender that is believed after one occasion.
  var rareDaily: MessageCount = 100
  var rareTotal: MessageCount = 100
  /// Networks such a compact sender comes from.
  var compactNetworks = 2
  /// Days, and days from first to last, of an address that only claims to be ours.
  var claimDays = 8
  var claimSpan = 15
  /// Messages a day of such an address on separate occasions.
  var claimOccasionVolume: MessageCount = 200
  /// Days of mail that make an address one of a crowd.
  var crowdDays = 4
  /// Networks of claims on one day from which on the day belongs to a botnet.
  var drowning = 3
  /// Strangers that come and go around the same day from which on one more says nothing.
  var visitors = 3
  /// Networks that behave alike from which on they are one botnet and not forgotten servers.
  var crowdNetworks = 3
  /// The same for a domain that has no passing mail at all, whose servers may all be forgotten.
  var crowdNetworksWithoutPassing = 10
  /// Addresses of one network from which on the same holds.
  var crowdAddresses = 7
  /// How many times the messages of the middle of a crowd make one stand out.
  var standOut = 10
  /// Days of mail from which on a weekly rhythm can be read.
  var rhythmDays = 18
  /// Weekend mail, as part of weekday mail, below which there is a rhythm.
  var rhythm = 0.7
  /// Strange addresses in a network from which on it is not our own neighbourhood any more.
  var strangersNearby = 5
  /// How often the median day a day may have before the rest of it is a burst.
  var burst = 10
}
