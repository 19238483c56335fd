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
    /// Organizations of others it authenticated as.
    var strangers: Set<String> = []
    var passing: Int64 { spfAligned.adding(dkimOnly) }
  }

  /// Mail set up in one way from one place.
  struct Configured: Hashable {
    enum Where: Hashable {
      case address(Int)
      case network(Network)
      case organization(String)
    }

    let place: Where
    let configuration: Int
  }

  private(set) var places: [Int: Place] = [:]
  /// Days on which mail of ours came through an organization and passed, as established
  /// reporters saw it.
  private(set) var partnerDays: [String: Set<Day>] = [:]
  /// Passing messages by where and how configured, to compare failing ones with; established
  /// reporters only.
  private(set) var configured: [Configured: Int64] = [:]
  private(set) var keys = KeyOrigins()
  /// Neighbourhoods of addresses our SPF record names, services left out.
  private(set) var ownNetworks: Set<Network> = []
  /// Failing addresses a neighbourhood has beside our own.
  private(set) var strangers: [Network: Set<Int>] = [:]
  /// Passing messages by established reporters.
  private(set) var passing: Int64 = 0

  init(_ mail: [Mail]) {
    for item in mail where item.passes { addPassing(item) }
    for item in mail
    where !item.passes && !item.isUnproven && item.isEstablished && places[item.source] == nil {
      strangers[.neighbourhood(of: item.address), default: []].insert(item.source)
    }
    for item in mail where !item.passes && item.isEstablished { keys.addFailing(item) }
  }

  /// The address a mail came from, its neighbourhood, and who it came through.
  static func places(of mail: Mail) -> [Configured] {
    var places: [Configured.Where] = [
      .address(mail.source), .network(.neighbourhood(of: mail.address)),
    ]
    if let stranger = mail.digest.stranger { places.append(.organization(stranger)) }
    return places.map { Configured(place: $0, configuration: mail.configuration) }
  }

  private mutating func addPassing(_ item: Mail) {
    addPlace(item)
    guard item.isEstablished else { return }
    passing = passing.adding(item.messages)
    keys.addPassing(item)
    for place in Self.places(of: item) {
      configured[place] = configured[place, default: 0].adding(item.messages)
    }
    if let stranger = item.digest.stranger {
      partnerDays[stranger, default: []].insert(item.day)
    }
  }

  private mutating func addPlace(_ item: Mail) {
    var place = places[item.source, default: Place()]
    if item.spfAligned {
      place.spfAligned = place.spfAligned.adding(item.messages)
      if item.digest.stranger == nil {
        ownNetworks.insert(.neighbourhood(of: item.address))
      }
    } else {
      place.dkimOnly = place.dkimOnly.adding(item.messages)
    }
    if item.isEstablished { place.keys.formUnion(item.digest.keysPassing) }
    if let stranger = item.digest.stranger { place.strangers.insert(stranger) }
    places[item.source] = place
  }
}
