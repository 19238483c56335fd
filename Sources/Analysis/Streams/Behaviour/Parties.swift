import DMARC

/// What is known of the organizations that failing mail came through.
struct Parties {
  private var parties: [Int: ServiceJudge.Party] = [:]
  /// Passing messages by organization.
  private var volumes: [Int: MessageCount] = [:]

  init(_ mail: DomainMail, _ classifications: [Classification]) {
    for group in classifications.indices where classifications[group].test == .service {
      guard case .organization(let name) = classifications[group].unit else { continue }
      if parties[name] == nil { parties[name] = Self.party(name, mail.digests.names, mail) }
      if !mail.digest(of: mail.groups[group]).keysFailing.isEmpty {
        parties[name]?.hasOurKey = true
      }
    }
    for group in mail.groups where group.passes && group.isEstablished {
      guard let stranger = group.stranger else { continue }
      volumes[stranger, default: 0] += group.trusted
    }
    guard !parties.isEmpty else { return }
    addPassing(mail)
    addNeighbours(mail, classifications)
  }

  /// Messages of ours that came through an organization and passed, as established reporters saw.
  func passing(through organization: Int) -> MessageCount { volumes[organization] ?? 0 }

  subscript(_ organization: Int) -> ServiceJudge.Party {
    parties[organization] ?? ServiceJudge.Party()
  }

  private static func party(
    _ name: Int, _ names: NameTable, _ mail: DomainMail
  ) -> ServiceJudge.Party {
    let isCustomer = names.isCustomer(name)
    let ours = mail.groups.first.map { names.names[names.organization(of: $0.from) ?? $0.from] }
    return ServiceJudge.Party(
      isKnown: names.isService(name),
      isNamedAlike: isCustomer
        && SharedPlatforms.isNamedAfter(ours ?? "", customer: names.names[name]),
      isCustomer: isCustomer)
  }

  /// When and from where mail of ours came through them and passed, as established reporters saw.
  private mutating func addPassing(_ mail: DomainMail) {
    var days: [Int: Set<Day>] = [:]
    for number in mail.groups.indices {
      let group = mail.groups[number]
      guard group.passes, group.isEstablished, let name = group.stranger, parties[name] != nil
      else { continue }
      parties[name]?.passingNetworks.insert(group.network)
      for item in mail.mail(of: number) where mail.observation(of: item).isEstablished {
        days[name, default: []].insert(mail.observation(of: item).day)
      }
    }
    for (name, days) in days { parties[name]?.passingDays = days.sorted() }
  }

  /// How many organizations of strangers most of each one's mail shares its addresses with.
  private mutating func addNeighbours(_ mail: DomainMail, _ classifications: [Classification]) {
    var atPlace: [Int: Set<Int>] = [:]
    var volumes: [Int: [Int: MessageCount]] = [:]
    for number in mail.groups.indices where classifications[number].test == .service {
      let group = mail.groups[number]
      guard group.isEstablished, case .organization(let name) = classifications[number].unit,
        parties[name]?.isKnown == false
      else { continue }
      atPlace[group.place, default: []].insert(name)
      volumes[name, default: [:]][group.place, default: 0] =
        (volumes[name]?[group.place] ?? 0) + group.messages
    }
    for (name, places) in volumes {
      let all = places.values.total()
      let counts = places.map { (count: atPlace[$0.key]?.count ?? 1, messages: $0.value) }
        .sorted { $0.count > $1.count }
      var sum: MessageCount = 0
      parties[name]?.neighbours =
        counts.first { item in
          sum += item.messages
          return sum > all / 2
        }?.count ?? 1
    }
  }
}
