import DMARC

/// Finds senders of ours of which most or all mail fails, however little that is of everything.
///
/// Mail is put together by where it comes from and how it is set up, once by address, once by
/// network and once by organization: a printer beside the mail servers is not lost among them.
struct Stakes {
  /// Mail set up in one way from one place.
  private struct Configured: NumberedKey {
    let place: Sender
    let configuration: Int

    func mix(into hash: inout QuickHash) {
      place.mix(into: &hash)
      hash.mix(configuration)
    }
  }

  private struct Volume {
    var failing: MessageCount = 0
    /// As established reporters saw it.
    var passing: MessageCount = 0
  }

  private let items: [SortedMail.Item]
  private let mail: DomainMail
  private let thresholds: ReadinessThresholds
  private var configured = Numbering<Configured>()
  /// By number of place and configuration.
  private var volumes: [Volume] = []
  private var units = Numbering<Unit>()
  /// Messages by number of unit.
  private var ofUnit: [MessageCount] = []

  /// The stakes of looks that weigh.
  init(
    of looks: [Int], items: [SortedMail.Item], in mail: DomainMail,
    thresholds: ReadinessThresholds
  ) {
    self.items = items
    self.mail = mail
    self.thresholds = thresholds
    for look in looks { addFailing(look) }
    var networks = MarkSet(count: mail.networks.count)
    var strangers = MarkSet(count: mail.digests.names.names.count)
    for look in looks {
      networks.insert(mail.looks[look].network)
      if let stranger = mail.looks[look].stranger { strangers.insert(stranger) }
    }
    for look in mail.looks where look.passes && look.isEstablished {
      if networks.contains(look.network) || look.stranger.map(strangers.contains) ?? false {
        addPassing(look)
      }
    }
  }

  private mutating func addFailing(_ number: Int) {
    let look = mail.looks[number]
    for key in places(of: look) {
      let place = configured.number(of: key)
      if place == volumes.count { volumes.append(Volume()) }
      volumes[place].failing += look.messages
    }
    let unit = units.number(of: items[number].finding.ofUnit)
    if unit == ofUnit.count { ofUnit.append(0) }
    ofUnit[unit] += look.messages
  }

  private mutating func addPassing(_ look: Look) {
    for key in places(of: look) {
      guard let place = configured.find(key) else { continue }
      volumes[place].passing += look.trusted
    }
  }

  /// The address a mail came from, its neighbourhood, and who it came through.
  private func places(of look: Look) -> some Sequence<Configured> {
    let configuration = mail.digests[look.digest].configuration
    return (0..<3).lazy.compactMap { place in
      Self.place(place, of: look).map { Configured(place: $0, configuration: configuration) }
    }
  }

  private static func place(_ number: Int, of look: Look) -> Sender? {
    switch number {
    case 0: .address(look.place)
    case 1: .network(look.network)
    default: look.stranger.map(Sender.organization)
    }
  }

  /// Whether all or nearly all mail like this is lost under an enforced policy.
  func isAtStake(_ number: Int) -> Bool {
    let finding = items[number].finding
    let unit = units.find(finding.ofUnit).map { ofUnit[$0] } ?? 0
    if finding.test.isByBehaviour, unit >= thresholds.floor { return true }
    return places(of: mail.looks[number]).contains(where: isLost)
  }

  private func isLost(_ key: Configured) -> Bool {
    guard let volume = configured.find(key).map({ volumes[$0] }) else { return false }
    let all = volume.failing + volume.passing
    return volume.failing >= thresholds.floor
      && Double(volume.failing) >= thresholds.streamShare * Double(all)
  }
}
