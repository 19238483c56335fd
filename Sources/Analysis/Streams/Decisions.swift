public import DMARC
public import ReportStore

/// The operator's decisions, ready to be asked about mail; the most specific one that fits wins.
///
/// An address beats a network, a narrow network a wide one, an address or network a domain, and
/// with all that equal a decision for one From domain beats one for all.
public struct Decisions {
  private let byNetwork: [(network: Network, decision: SourceDecision)]
  private let byDomain: [SourceDecision]

  /// The decisions as stored.
  public init(_ decisions: [SourceDecision]) {
    let networks = decisions.compactMap { decision in
      Network(decision.pattern).map { (network: $0, decision: decision) }
    }
    byNetwork = networks.sorted { left, right in
      (right.network.length, Self.rank(right.decision), left.decision.pattern)
        < (left.network.length, Self.rank(left.decision), right.decision.pattern)
    }
    byDomain = decisions.filter { Network($0.pattern) == nil }.sorted { left, right in
      (right.pattern.utf8.count, Self.rank(right), left.pattern)
        < (left.pattern.utf8.count, Self.rank(left), right.pattern)
    }
  }

  /// The decision about mail from an address that authenticated as some domains.
  public func decision(
    address: SourceAddress, authenticated: [String], from: String
  ) -> SourceDecision? {
    if let hit = byNetwork.first(where: {
      $0.network.contains(address) && Self.holds($0.decision, for: from)
    }) {
      return hit.decision
    }
    return byDomain.first { decision in
      Self.holds(decision, for: from)
        && authenticated.contains { DomainName.isWithin($0, decision.pattern) }
    }
  }

  private static func holds(_ decision: SourceDecision, for from: String) -> Bool {
    decision.domain.map { DomainName.isWithin(from, $0) } ?? true
  }

  private static func rank(_ decision: SourceDecision) -> Int {
    decision.domain.map { $0.utf8.count + 1 } ?? 0
  }
}
