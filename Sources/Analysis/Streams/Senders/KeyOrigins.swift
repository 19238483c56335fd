import DMARC

/// Where each of our keys signs mail, as established reporters saw it.
///
/// A signature that fails somewhere else than where its key is at home was made at home and broke
/// on the way; one that fails at home, or has no home, is ours to repair.
struct KeyOrigins {
  enum Home: Equatable {
    /// Servers that our SPF record names.
    case ownServers
    /// An organization that signs for us.
    case stranger(Int)
  }

  private let homes: [Int: Home]
  /// Organizations through which mail came that somebody else had signed for us.
  private(set) var passersOn: Set<Int> = []

  init(_ mail: DomainMail) {
    var volumes = KeyVolumes()
    for group in mail.groups where group.passes && group.isEstablished {
      volumes.add(group, mail.digest(of: group).keysPassing)
    }
    homes = volumes.homes(names: mail.digests.names)
    for group in mail.groups where !group.passes && group.isEstablished {
      guard let stranger = group.stranger, !passersOn.contains(stranger) else { continue }
      if isSignedElsewhere(group, stranger, mail) { passersOn.insert(stranger) }
    }
  }

  private func isSignedElsewhere(_ group: MailGroup, _ stranger: Int, _ mail: DomainMail) -> Bool {
    mail.digest(of: group).keysFailing.contains { key in
      guard mail.digests.hasSelector(key), let home = home(of: key) else { return false }
      return home != .stranger(stranger)
    }
  }

  /// Where a key is at home: with us if ever, else where it signs most.
  func home(of key: Int) -> Home? { homes[key] }
}

/// How much mail each key signs in each place.
private struct KeyVolumes {
  /// A key and the organization it signs at, negative for our own servers.
  private var places = Numbering<Pair>()
  private var volumes: [MessageCount] = []

  mutating func add(_ group: MailGroup, _ keys: [Int]) {
    guard group.stranger != nil || group.spfAligned else { return }
    for key in keys {
      let place = places.number(of: Pair(key, group.stranger ?? -1))
      if place == volumes.count { volumes.append(0) }
      volumes[place] += group.trusted
    }
  }

  func homes(names: NameTable) -> [Int: KeyOrigins.Home] {
    var best: [Int: Int] = [:]
    for (number, place) in places.keys.enumerated() {
      if let known = best[place.first], !isBefore(number, known, names) { continue }
      best[place.first] = number
    }
    return best.mapValues { number in
      let stranger = places.keys[number].second
      return stranger < 0 ? .ownServers : .stranger(stranger)
    }
  }

  /// Tells places of equal volume apart by name, so that the answer is the same every time.
  private func isBefore(_ left: Int, _ right: Int, _ names: NameTable) -> Bool {
    let (a, b) = (places.keys[left].second, places.keys[right].second)
    if a < 0 || b < 0 { return a < 0 }
    if volumes[left] != volumes[right] { return volumes[left] > volumes[right] }
    return names.names[a] < names.names[b]
  }
}
