import DMARC

/// The domains of a readiness report at a glance: those that are asked for, in an order.
public struct Overview: Sendable {
  /// In what order domains are listed; equal ones by name.
  public enum Order: String, Sendable, CaseIterable {
    /// What needs doing first: by verdict, silent domains before others of theirs, then by mail at risk.
    case worst
    case name
    /// The most messages first.
    case messages
    /// The most legitimate messages at risk first.
    case atRisk = "at-risk"
    /// The one that reports tell of least lately first.
    case newest
  }

  /// The report that it is about.
  public let report: ReadinessReport
  /// How many domains are asked for.
  public let rowCount: Int
  /// The domains shown: the first of those that are asked for.
  public let rows: [DomainReadiness]

  /// The domains of a report with one of these verdicts, all where there is none; of them those
  /// that fell silent alone if `silentOnly`, and `limit` at the most.
  public init(
    of report: ReadinessReport, verdicts: Set<Verdict> = [], silentOnly: Bool = false,
    order: Order = .worst, limit: Int? = nil
  ) {
    let asked = report.domains.filter { domain in
      (verdicts.isEmpty || !verdicts.isDisjoint(with: domain.verdicts))
        && (!silentOnly || domain.isSilent)
    }
    self.report = report
    rowCount = asked.count
    rows = Array(Self.sorted(asked, by: order).prefix(limit ?? .max))
  }

  /// How many domains of the report have which verdict.
  public var counts: [Verdict: Int] {
    Dictionary(grouping: report.domains, by: \.verdict).mapValues(\.count)
  }

  /// How many domains of the report fell silent.
  public var silent: Int { report.domains.filter(\.isSilent).count }

  private static func sorted(_ domains: [DomainReadiness], by order: Order) -> [DomainReadiness] {
    // Reports list domains by name, and sorting keeps the order of what is equal.
    domains.enumerated().map { place, domain in
      (key: key(of: domain, by: order) + [Int64(place)], domain: domain)
    }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.domain)
  }

  private static func key(of domain: DomainReadiness, by order: Order) -> [Int64] {
    switch order {
    case .worst: [urgency(of: domain), domain.isSilent ? 0 : 1, -atRisk(domain), -messages(domain)]
    case .name: []
    case .messages: [-messages(domain)]
    case .atRisk: [-atRisk(domain), -messages(domain)]
    case .newest: [Int64(domain.newestReport?.number ?? .min)]
    }
  }

  /// The place of its worst verdict: lower is worse.
  private static func urgency(of domain: DomainReadiness) -> Int64 {
    Int64(Verdict.worstFirst.firstIndex(where: domain.verdicts.contains) ?? 0)
  }

  private static func atRisk(_ domain: DomainReadiness) -> Int64 { domain.own.atRisk.number }
  private static func messages(_ domain: DomainReadiness) -> Int64 { domain.own.messages.number }
}
