import DMARC

/// Tells networks that come alike, which are one crowd, from single ones.
struct Crowds {
  /// Mail of a network that makes a claim.
  struct Presence {
    let network: Int
    let claim: Claim
    var first: Day
    var last: Day
    var messages: MessageCount
  }

  /// Single networks up to which each is a question of its own.
  private static let singles = 3
  /// Networks from which on nobody looks whether they are alike.
  private static let most = 50
  /// Days by which the first and last days of alike networks may differ.
  private static let days = 3
  /// How many times the messages of one the other may have.
  private static let volume = 5

  private var members: [Claim: Set<Int>] = [:]

  init(_ presences: [Presence]) {
    for claim in Claim.allCases {
      let networks = Self.byNetwork(presences.filter { $0.claim == claim })
      var crowd = Set<Int>()
      guard networks.count <= Self.most else {
        members[claim] = Set(networks.map(\.network))
        continue
      }
      let byStart = networks.sorted { ($0.first, $0.network) < ($1.first, $1.network) }
      for (number, one) in byStart.enumerated() {
        for other in byStart[(number + 1)...] {
          if other.first.number - one.first.number > Self.days { break }
          guard Self.areAlike(one, other) else { continue }
          crowd.formUnion([one.network, other.network])
        }
      }
      let singles = networks.filter { !crowd.contains($0.network) }
      if singles.count > Self.singles { crowd.formUnion(singles.map(\.network)) }
      members[claim] = crowd
    }
  }

  /// Whether a network is one of the crowd that makes a claim.
  func contains(_ network: Int, of claim: Claim) -> Bool {
    members[claim]?.contains(network) ?? false
  }

  private static func byNetwork(_ presences: [Presence]) -> [Presence] {
    var networks: [Int: Presence] = [:]
    for presence in presences {
      guard var known = networks[presence.network] else {
        networks[presence.network] = presence
        continue
      }
      known.first = min(known.first, presence.first)
      known.last = max(known.last, presence.last)
      known.messages += presence.messages
      networks[presence.network] = known
    }
    return Array(networks.values)
  }

  private static func areAlike(_ one: Presence, _ other: Presence) -> Bool {
    let (low, high) = (min(one.messages, other.messages), max(one.messages, other.messages))
    return abs(one.last.number - other.last.number) <= days && high / volume <= max(1, low)
  }
}
