import DMARC

/// Finds senders of ours of which most or all mail fails, however little that is of everything.
///
/// Mail is put together by where it comes from and how it is set up, once by address, once by
/// network and once by organization: a printer beside the mail servers is not lost among them.
struct ExpectedLoss {
  /// Mail set up in one way from one place.
  private struct Configured: NumberedKey {
    let place: Sender
    let setup: Int

    func mix(into hash: inout QuickHash) {
      place.mix(into: &hash)
      hash.mix(setup)
    }
  }

  /// Messages over the whole window, and over its last two weeks, week and three days.
  ///
  /// What broke lately is lost now. All is as established reporters saw it.
  private struct Volume {
    var failing: [MessageCount] = [0, 0, 0, 0]
    var passing: [MessageCount] = [0, 0, 0, 0]
  }

  private static let lastDays = [14, 7, 3]

  private let items: [SortedMail.Item]
  private let mail: DomainMail
  private let thresholds: ReadinessThresholds
  private let newest: Day
  private var configured = Numbering<Configured>()
  /// By number of place and setup.
  private var volumes: [Volume] = []
  private var units = Numbering<Unit>()
  /// Messages by number of unit.
  private var ofUnit: [MessageCount] = []

  /// The stakes of groups that weigh.
  init(
    of groups: [Int], items: [SortedMail.Item], in mail: DomainMail,
    thresholds: ReadinessThresholds
  ) {
    self.items = items
    self.mail = mail
    self.thresholds = thresholds
    newest = mail.observations.map(\.day).max() ?? Day(number: 0)
    for group in groups { addFailing(group) }
    var networks = MarkSet(count: mail.networks.count)
    var strangers = MarkSet(count: mail.digests.names.names.count)
    for group in groups {
      networks.insert(mail.groups[group].network)
      if let stranger = mail.groups[group].stranger { strangers.insert(stranger) }
    }
    for (number, group) in mail.groups.enumerated() where group.passes && group.isEstablished {
      if networks.contains(group.network) || group.stranger.map(strangers.contains) ?? false {
        addPassing(number)
      }
    }
  }

  /// Messages of a group over the window and its last parts.
  private func byPart(_ number: Int) -> [MessageCount] {
    var parts: [MessageCount] = [0, 0, 0, 0]
    for item in mail.mail(of: number) {
      let observation = mail.observation(of: item)
      guard observation.isEstablished else { continue }
      parts[0] += item.messages
      for (part, days) in Self.lastDays.enumerated()
      where newest.number - observation.day.number < days {
        parts[part + 1] += item.messages
      }
    }
    return parts
  }

  private mutating func addFailing(_ number: Int) {
    let group = mail.groups[number]
    let failing = byPart(number)
    for key in places(of: group) {
      let place = configured.number(of: key)
      if place == volumes.count { volumes.append(Volume()) }
      for (part, messages) in failing.enumerated() {
        volumes[place].failing[part] += messages
      }
    }
    let unit = units.number(of: items[number].classification.ofUnit)
    if unit == ofUnit.count { ofUnit.append(0) }
    ofUnit[unit] += group.trusted
  }

  private mutating func addPassing(_ number: Int) {
    let passing = byPart(number)
    for key in places(of: mail.groups[number]) {
      guard let place = configured.find(key) else { continue }
      for (part, messages) in passing.enumerated() {
        volumes[place].passing[part] += messages
      }
    }
  }

  /// The address a mail came from, its neighbourhood, and who it came through.
  private func places(of group: MailGroup) -> some Sequence<Configured> {
    let setup = mail.digests[group.digest].setup
    return (0..<3).lazy.compactMap { place in
      Self.place(place, of: group).map { Configured(place: $0, setup: setup) }
    }
  }

  private static func place(_ number: Int, of group: MailGroup) -> Sender? {
    switch number {
    case 0: .address(group.place)
    case 1: .network(group.network)
    default: group.stranger.map(Sender.organization)
    }
  }

  /// Whether all or nearly all mail like this is lost under an enforced policy.
  func isAtStake(_ number: Int) -> Bool {
    let classification = items[number].classification
    let unit = units.find(classification.ofUnit).map { ofUnit[$0] } ?? 0
    if classification.test.isByBehaviour, unit >= thresholds.floor { return true }
    return places(of: mail.groups[number]).contains(where: isLost)
  }

  private func isLost(_ key: Configured) -> Bool {
    guard let volume = configured.find(key).map({ volumes[$0] }) else { return false }
    return zip(volume.failing, volume.passing).contains { failing, passing in
      failing >= thresholds.floor
        && Double(failing) >= thresholds.streamShare * Double(failing + passing)
    }
  }
}
