import DMARC

/// What is known of the addresses, keys and organizations that send aligned mail of one domain.
///
/// Drawn from what established reporters saw alone: a made-up report can neither excuse failing mail
/// nor make it the owner's.
struct AlignedSenders {
  /// What came from one address and passed.
  struct Place {
    /// Whether anything did.
    var passes = false
    var spfAligned: MessageCount = 0
    var dkimOnly: MessageCount = 0
    /// The last day on which an established reporter saw anything pass.
    var lastPassing: Day?
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

  /// How much of our mail a server passes on that others signed.
  enum Relaying {
    case aLittle
    /// More than forwarders usually do: it may be a server of ours.
    case much
  }

  /// Share of all passing mail from which on a server that passes mail on may be ours.
  private static let relayedShare = 0.05

  /// By number of the source.
  private(set) var places: [Place]
  /// By number of the network.
  private(set) var neighbourhoods: [Neighbourhood]
  let keys: KeyOrigins
  /// Passing messages by established reporters.
  private(set) var passing: MessageCount = 0
  /// Organizations of which a receiver said that they pass mail on.
  private(set) var saidToForward: Set<Int> = []
  /// Organizations that mail of ours came through and passed.
  private(set) var partners: Set<Int> = []
  /// Who reported failing mail of a network: one reporter, or negative for several.
  private var reporterOfNetwork: [Int: Int] = [:]
  /// How many established reporters saw mail that passes.
  private var reportersOfPassing: Set<Int> = []

  init(_ mail: DomainMail) {
    places = Array(repeating: Place(), count: mail.addresses.count)
    neighbourhoods = Array(repeating: Neighbourhood(), count: mail.networks.count)
    keys = KeyOrigins(mail)
    for group in mail.groups where group.passes { addPassing(group) }
    for group in mail.groups where group.saysForwarded && group.isEstablished {
      if let stranger = group.stranger { saidToForward.insert(stranger) }
    }
    addSigned(mail)
    addStrangers(mail)
    addReporters(mail)
  }

  /// Whether a server passes on what was signed elsewhere; `nil` where it does not.
  func relaying(at number: Int) -> Relaying? {
    let place = places[number]
    guard place.passes, place.spfAligned == 0, place.isSignedElsewhere == true else { return nil }
    return Double(place.passing) < Self.relayedShare * Double(passing) ? .aLittle : .much
  }

  /// Whether, of several receivers, only one has seen failing mail of a network.
  func isSeenByOneReceiver(_ network: Int) -> Bool {
    reportersOfPassing.count > 1 && (reporterOfNetwork[network] ?? -1) >= 0
  }

  private mutating func addPassing(_ group: MailGroup) {
    guard group.isEstablished else { return }
    places[group.place].passes = true
    passing += group.trusted
    if let stranger = group.stranger { partners.insert(stranger) }
    guard group.spfAligned else {
      places[group.place].dkimOnly += group.trusted
      return
    }
    places[group.place].spfAligned += group.trusted
    if group.stranger == nil { neighbourhoods[group.network].isOwn = true }
  }

  /// Looks where the keys are at home that sign for addresses our SPF record does not name.
  private mutating func addSigned(_ mail: DomainMail) {
    var strangers = Numbering<Pair>()
    let groups = mail.groups.filter { $0.passes && places[$0.place].spfAligned == 0 }
    for group in groups {
      if let stranger = group.stranger { _ = strangers.number(of: Pair(group.place, stranger)) }
    }
    for group in groups where group.isEstablished {
      for key in mail.digest(of: group).keysPassing {
        let isElsewhere =
          switch keys.home(of: key) {
          case .ownServers: true
          case .stranger(let name): strangers.find(Pair(group.place, name)) == nil
          case nil: false
          }
        places[group.place].isSignedElsewhere =
          isElsewhere && places[group.place].isSignedElsewhere ?? true
      }
    }
  }

  private mutating func addReporters(_ mail: DomainMail) {
    for number in mail.groups.indices {
      let group = mail.groups[number]
      if group.passes, group.isEstablished {
        for item in mail.mail(of: number) where mail.observation(of: item).isEstablished {
          let observation = mail.observation(of: item)
          reportersOfPassing.insert(observation.reporter)
          let last = places[group.place].lastPassing ?? observation.day
          places[group.place].lastPassing = max(last, observation.day)
        }
      } else if !group.passes, !mail.digest(of: group).keysFailing.isEmpty {
        for item in mail.mail(of: number) {
          let reporter = mail.observation(of: item).reporter
          let known = reporterOfNetwork[group.network]
          reporterOfNetwork[group.network] = known == nil || known == reporter ? reporter : -1
        }
      }
    }
  }

  private mutating func addStrangers(_ mail: DomainMail) {
    var counted = Array(repeating: false, count: places.count)
    for group in mail.groups
    where !group.passes && !group.isUnproven && group.isEstablished && !places[group.place].passes
      && !counted[group.place]
    {
      counted[group.place] = true
      neighbourhoods[group.network].strangers += 1
    }
  }
}
