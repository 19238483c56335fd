import DMARC

/// What is known of the addresses, keys and organizations that send aligned mail of one domain.
///
/// Everything here that can excuse failing mail is drawn from established reporters alone; what
/// can accuse it is drawn from all.
struct Census {
  /// What came from one address and passed.
  struct Place {
    var spfAligned: Int64 = 0
    var dkimOnly: Int64 = 0
    /// Keys that passed there, seen by established reporters.
    var keys: Set<EvidenceDigest.Key> = []
    var passing: Int64 { spfAligned.adding(dkimOnly) }
  }

  /// What came through an organization and passed.
  struct Partner {
    var passing: Int64 = 0
    /// As established reporters saw it.
    var days: Set<Day> = []
    var keys: Set<EvidenceDigest.Key> = []
  }

  private(set) var places: [Int: Place] = [:]
  private(set) var partners: [String: Partner] = [:]
  /// Passing messages by where and how configured, to compare failing ones with; established
  /// reporters only.
  private(set) var configured: [Configured: Int64] = [:]
  /// Keys that sign our own mail at addresses our SPF record names.
  private(set) var ownKeys: Set<EvidenceDigest.Key> = []
  /// Neighbourhoods of addresses our SPF record names, services left out.
  private(set) var ownNetworks: Set<Network> = []
  /// Failing addresses a neighbourhood has beside our own.
  private(set) var strangers: [Network: Set<Int>] = [:]
  private(set) var passing: Int64 = 0

  /// The address a mail came from, its neighbourhood, and who it came through.
  static func places(of mail: Mail) -> [String] {
    let address = mail.address
    return [address.text, Network.neighbourhood(of: address).text, mail.digest.stranger]
      .compactMap { $0 }
  }

  struct Configured: Hashable {
    let place: String
    let configuration: String
  }

  init(_ mail: [Mail]) {
    for item in mail where item.passes { addPassing(item) }
    for item in mail
    where !item.passes && !item.isUnproven && item.isEstablished && places[item.source] == nil {
      strangers[.neighbourhood(of: item.address), default: []].insert(item.source)
    }
  }

  private mutating func addPassing(_ item: Mail) {
    addPlace(item)
    if item.isEstablished { addEstablished(item) }
    guard let stranger = item.digest.stranger else { return }
    var partner = partners[stranger, default: Partner()]
    partner.passing = partner.passing.adding(item.messages)
    if item.isEstablished { partner.days.insert(item.day) }
    partner.keys.formUnion(item.digest.keysPassing)
    partners[stranger] = partner
  }

  private mutating func addEstablished(_ item: Mail) {
    passing = passing.adding(item.messages)
    for place in Self.places(of: item) {
      let key = Configured(place: place, configuration: item.digest.configuration)
      configured[key] = configured[key, default: 0].adding(item.messages)
    }
  }

  private mutating func addPlace(_ item: Mail) {
    var place = places[item.source, default: Place()]
    if item.spfAligned {
      place.spfAligned = place.spfAligned.adding(item.messages)
      if item.digest.stranger == nil {
        if item.isEstablished { ownKeys.formUnion(item.digest.keysPassing) }
        ownNetworks.insert(.neighbourhood(of: item.address))
      }
    } else {
      place.dkimOnly = place.dkimOnly.adding(item.messages)
      if item.isEstablished { place.keys.formUnion(item.digest.keysPassing) }
    }
    places[item.source] = place
  }
}
