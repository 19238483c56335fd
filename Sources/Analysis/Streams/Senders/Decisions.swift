public import DMARC
public import Facts

/// The operator's decisions, ready to be asked about mail; the most specific one that fits wins.
///
/// An address beats a network, a narrow network a wide one, an address or network a domain, and
/// with all that equal a decision for one From domain beats one for all.
public struct Decisions {
  let all: [SourceDecision]
  /// Networks and the decisions about them, by index of `all`.
  private let byNetwork: [(network: Network, index: Int)]
  /// Decisions about domains, by index of `all`.
  private let byDomain: [Int]
  /// Decisions about crowds, those for the narrowest From domain first, by index of `all`.
  private let crowds: [Int]

  /// The decisions as stored.
  public init(_ decisions: [SourceDecision]) {
    all = decisions
    let networks = decisions.indices.compactMap { index in
      Network(decisions[index].pattern).map { (network: $0, index: index) }
    }
    byNetwork = networks.sorted { left, right in
      let (a, b) = (decisions[left.index], decisions[right.index])
      return (right.network.length, Self.rank(b), a.pattern)
        < (left.network.length, Self.rank(a), b.pattern)
    }
    crowds = decisions.indices.filter { Claim(pattern: decisions[$0].pattern) != nil }
      .sorted { Self.rank(decisions[$0]) > Self.rank(decisions[$1]) }
    byDomain = decisions.indices.filter { index in
      Network(decisions[index].pattern) == nil && Claim(pattern: decisions[index].pattern) == nil
    }
    .sorted { left, right in
      let (a, b) = (decisions[left], decisions[right])
      return (b.pattern.utf8.count, Self.rank(b), a.pattern)
        < (a.pattern.utf8.count, Self.rank(a), b.pattern)
    }
  }

  /// Whether the pattern of a decision names a crowd, as `crowd:envelope` does.
  public static func isCrowd(_ pattern: String) -> Bool { Claim(pattern: pattern) != nil }

  var isEmpty: Bool { all.isEmpty }

  /// The decision about mail from an address that authenticated as some domains.
  public func decision(
    address: SourceAddress, authenticated: [String], from: String
  ) -> SourceDecision? {
    index(address: address, authenticated: authenticated, from: from).map { all[$0] }
  }

  /// The same as an index of `all`.
  func index(address: SourceAddress, authenticated: [String], from: String) -> Int? {
    let hit = byNetwork.first { hit in
      hit.network.contains(address) && Self.holds(all[hit.index], for: from)
    }
    if let hit { return hit.index }
    return byDomain.first { index in
      Self.holds(all[index], for: from)
        && authenticated.contains { DomainName.isWithin($0, all[index].pattern) }
    }
  }

  /// Whether a decision says no about many addresses at once: some of them may be the owner's.
  func isNetwork(_ index: Int) -> Bool {
    guard all[index].verdict != .approve, let network = Network(all[index].pattern) else {
      return false
    }
    return !network.isAddress
  }

  /// Days for which an answer about a crowd holds: what looks alike later is not asked about anew.
  static let crowdDays = 180

  /// The decision about all mail that makes a claim, as an index of `all`.
  func index(ofCrowd claim: Claim, from: String, on day: Day) -> Int? {
    crowds.first { index in
      let decision = all[index]
      return Claim(pattern: decision.pattern) == claim && Self.holds(decision, for: from)
        && decision.decided.map { day.number - $0.number <= Self.crowdDays } ?? true
    }
  }

  private static func holds(_ decision: SourceDecision, for from: String) -> Bool {
    decision.domain.map { DomainName.isWithin(from, $0) } ?? true
  }

  private static func rank(_ decision: SourceDecision) -> Int {
    decision.domain.map { $0.utf8.count + 1 } ?? 0
  }
}
