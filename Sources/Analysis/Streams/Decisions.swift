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
    byDomain = decisions.indices.filter { Network(decisions[$0].pattern) == nil }
      .sorted { left, right in
        let (a, b) = (decisions[left], decisions[right])
        return (b.pattern.utf8.count, Self.rank(b), a.pattern)
          < (a.pattern.utf8.count, Self.rank(a), b.pattern)
      }
  }

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

  private static func holds(_ decision: SourceDecision, for from: String) -> Bool {
    decision.domain.map { DomainName.isWithin(from, $0) } ?? true
  }

  private static func rank(_ decision: SourceDecision) -> Int {
    decision.domain.map { $0.utf8.count + 1 } ?? 0
  }
}
