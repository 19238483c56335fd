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

  private let items: [SortedMail.Item]
  private let mail: DomainMail
  private let thresholds: ReadinessThresholds
  private var configured = Numbering<Configured>()
  /// Messages by number of place and configuration.
  private var failing: [Int64] = []
  private var passing: [Int64] = []
  private var units = Numbering<Unit>()
  /// Messages by number of unit.
  private var ofUnit: [Int64] = []

  /// The stakes of looks that weigh.
  init(
    of looks: [Int], items: [SortedMail.Item], in mail: DomainMail,
    thresholds: ReadinessThresholds
  ) {
    self.items = items
    self.mail = mail
    self.thresholds = thresholds
    for look in looks { addFailing(look) }
    passing = Array(repeating: 0, count: failing.count)
    let networks = Set(looks.map { mail.looks[$0].network })
    let strangers = Set(looks.compactMap { mail.digest(of: mail.looks[$0]).stranger })
    for look in mail.looks where look.passes && look.isEstablished {
      let stranger = mail.digest(of: look).stranger
      if networks.contains(look.network) || stranger.map(strangers.contains) ?? false {
        addPassing(look)
      }
    }
  }

  private mutating func addFailing(_ number: Int) {
    let look = mail.looks[number]
    for key in places(of: look) {
      let place = configured.number(of: key)
      if place == failing.count { failing.append(0) }
      failing[place] = failing[place].adding(look.messages)
    }
    let unit = units.number(of: items[number].finding.ofUnit)
    if unit == ofUnit.count { ofUnit.append(0) }
    ofUnit[unit] = ofUnit[unit].adding(look.messages)
  }

  /// Passing messages count as established reporters saw them.
  private mutating func addPassing(_ look: Look) {
    for key in places(of: look) {
      guard let place = configured.find(key) else { continue }
      passing[place] = passing[place].adding(look.trusted)
    }
  }

  /// The address a mail came from, its neighbourhood, and who it came through.
  private func places(of look: Look) -> [Configured] {
    let configuration = mail.digests.configuration(of: look.digest)
    var places: [Sender] = [.address(look.place), .network(look.network)]
    if let stranger = mail.digest(of: look).stranger { places.append(.organization(stranger)) }
    return places.map { Configured(place: $0, configuration: configuration) }
  }

  /// Whether all or nearly all mail like this is lost under an enforced policy.
  func isAtStake(_ look: Int) -> Bool {
    let finding = items[look].finding
    let unit = units.find(finding.ofUnit).map { ofUnit[$0] } ?? 0
    return finding.test.isByBehaviour && unit >= thresholds.floor
      || places(of: mail.looks[look]).contains(where: isLost)
  }

  private func isLost(_ key: Configured) -> Bool {
    guard let place = configured.find(key) else { return false }
    let all = failing[place].adding(passing[place])
    return failing[place] >= thresholds.floor
      && Double(failing[place]) >= thresholds.streamShare * Double(all)
  }
}
