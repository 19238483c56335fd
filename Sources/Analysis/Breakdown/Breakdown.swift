public import DMARC
public import Facts

/// The traffic of a window by policy domain, and within it by source or day: what exports hold.
public struct Breakdown: Sendable {
  /// How finely the traffic of a domain is divided.
  public enum Level: String, Sendable, CaseIterable {
    /// One row a policy domain.
    case domain
    /// One row a policy domain and source.
    case source
    /// One row a policy domain and day.
    case day
    /// One row a policy domain and month.
    case month
  }

  /// A row: a policy domain, and what of it.
  public struct Row: Sendable {
    /// A key of `Names.domains`.
    public let domain: Int
    /// Its messages, and what became of them.
    public let summary: SummaryRow
  }

  /// How finely the traffic is divided.
  public let level: Level
  /// The UTC days asked for.
  public let window: ClosedRange<Day>
  /// By domain name; within it sources by messages, days in order of time.
  public let rows: [Row]

  /// Divides the facts of a window; the outline of names is enough.
  public init(of facts: WindowFacts, by level: Level) {
    self.level = level
    window = facts.window
    let domains = facts.traffic.rangesOfPolicyDomains
    let names = facts.names
    let empty = SummaryGroups(names, grouping: level.grouping)
    rows = domains.sorted { (names.domains[$0.key] ?? "") < (names.domains[$1.key] ?? "") }
      .flatMap { domain, ranges in
        let traffic = ranges.map { facts.traffic[$0] }
        return SummaryRows(traffic, in: empty, options: SummaryOptions()).rows
          .map { Row(domain: domain, summary: $0) }
      }
  }

  /// The evidence the rows refer to.
  public var evidence: Set<Int> { Set(rows.flatMap(\.summary.evidence)) }

  /// The sources the rows are about.
  public var sources: Set<Int> {
    Set(rows.compactMap { if case .source(let id) = $0.summary.key { id } else { nil } })
  }
}

extension Breakdown.Level {
  /// The grouping within a domain.
  public var grouping: SummaryGrouping {
    switch self {
    case .domain: .domain
    case .source: .source
    case .day: .day
    case .month: .month
    }
  }
}
