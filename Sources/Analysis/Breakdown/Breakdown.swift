public import DMARC
public import ReportStore

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
    let domains = Dictionary(grouping: facts.traffic, by: \.policyDomain)
    let names = facts.names
    rows = domains.keys.sorted { (names.domains[$0] ?? "") < (names.domains[$1] ?? "") }
      .flatMap { domain in
        var part = facts
        part.traffic = domains[domain] ?? []
        return Summary(of: part, by: level.grouping, senders: SenderNames()).rows
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
    }
  }
}
