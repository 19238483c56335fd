import DMARC

/// What is known of the addresses, keys and organizations that send aligned mail of one domain.
///
/// Everything here that can excuse failing mail is drawn from established reporters alone; what
/// can accuse it is drawn from all.
struct Census {
  /// What came from one address and passed.
  struct Place {
    /// Whether anything did.
    var passes = false
    var spfAligned: MessageCount = 0
    var dkimOnly: MessageCount = 0
    /// Whether keys that passed there, as established reporters saw it, sign elsewhere alone.
    var isSignedElsewhere: Bool?
    var passing: MessageCount { spfAligned + dkimOnly }
  }

  /// What is around an address.
  struct Neighbourhood {
    /// Whether our SPF record names addresses of it, services left out.
    var isOwn = false
    /// Failing addresses it has beside our own.
    var strangers = 0
  }

  /// By number of the source.
  private(set) var places: [Place]
  /// By number of the network.
  private(set) var neighbourhoods: [Neighbourhood]
  let keys: KeyOrigins
  /// Passing messages by established reporters.
  private(set) var passing: MessageCount = 0

  init(_ mail: DomainMail) {
    places = Array(repeating: Place(), count: mail.addresses.count)
    neighbourhoods = Array(repeating: Neighbourhood(), count: mail.networks.count)
    keys = KeyOrigins(mail)
    for look in mail.looks where look.passes { addPassing(look) }
    addSigned(mail)
    addStrangers(mail)
  }

  private mutating func addPassing(_ look: Look) {
    places[look.place].passes = true
    if look.isEstablished { passing += look.trusted }
    guard look.spfAligned else {
      places[look.place].dkimOnly += look.messages
      return
    }
    places[look.place].spfAligned += look.messages
    if look.stranger == nil { neighbourhoods[look.network].isOwn = true }
  }

  /// Looks where the keys are at home that sign for addresses our SPF record does not name.
  private mutating func addSigned(_ mail: DomainMail) {
    var strangers = Numbering<Pair>()
    let looks = mail.looks.filter { $0.passes && places[$0.place].spfAligned == 0 }
    for look in looks {
      if let stranger = look.stranger { _ = strangers.number(of: Pair(look.place, stranger)) }
    }
    for look in looks where look.isEstablished {
      for key in mail.digest(of: look).keysPassing {
        let isElsewhere =
          switch keys.home(of: key) {
          case .ownServers: true
          case .stranger(let name): strangers.find(Pair(look.place, name)) == nil
          case nil: false
          }
        places[look.place].isSignedElsewhere =
          isElsewhere && places[look.place].isSignedElsewhere ?? true
      }
    }
  }

  private mutating func addStrangers(_ mail: DomainMail) {
    var counted = Array(repeating: false, count: places.count)
    for look in mail.looks
    where !look.passes && !look.isUnproven && look.isEstablished && !places[look.place].passes
      && !counted[look.place]
    {
      counted[look.place] = true
      neighbourhoods[look.network].strangers += 1
    }
  }
}
