internal import Analysis
internal import DMARC
internal import Facts

/// The columns of a summary and of exports by group, and their cells.
struct SummaryColumns {
  let grouping: SummaryGrouping
  let names: Names
  private let authenticated: AuthenticatedDomains

  init(grouping: SummaryGrouping, names: Names) {
    self.grouping = grouping
    self.names = names
    authenticated = AuthenticatedDomains(names.evidence)
  }

  var all: [Column] { [key] + Self.measures + [Self.authenticatedAs] }

  private var key: Column {
    switch grouping {
    case .source: .text("source", "Source")
    case .domain: .text("domain", "Policy domain")
    case .headerFrom: .text("header_from", "From domain")
    case .reporter: .text("reporter", "Reporter")
    case .day: .day("day", "Day")
    case .sender: .text("sender", "Sender")
    case .override: .text("override", "Override")
    }
  }

  static let measures: [Column] = [
    .count("messages", "Messages"),
    .count("dmarc_pass", "Pass", tone: .good).dispensable(6),
    .share("dmarc_pass_share", "Pass %"),
    .count("dmarc_fail", "Fail", tone: .bad),
    .count("spf_aligned", "SPF").dispensable(7),
    .share("spf_aligned_share", "SPF %").dispensable(2),
    .count("dkim_aligned", "DKIM").dispensable(8),
    .share("dkim_aligned_share", "DKIM %").dispensable(1),
    .count("disposition_none", "None").dispensable(9),
    .count("disposition_quarantine", "Quar.").dispensable(4),
    .count("disposition_reject", "Reject").dispensable(3),
    .count("differing", "Differ").dispensable(12),
    .count("reporters", "Rep.").dispensable(10),
    .day("first_day", "First").dispensable(11),
    .day("last_day", "Last").dispensable(5),
  ]

  static let authenticatedAs = Column.list("authenticated", "Authenticated as")

  func cells(_ row: SummaryRow) -> [Cell] {
    [key(row.key)]
      + Self.cells(row.totals)
      + [.count(row.reporters), .day(row.firstDay), .day(row.lastDay)]
      + [.list(authenticated.of(row.evidence))]
  }

  func total(_ totals: TrafficTotals) -> [Cell] {
    [grouping == .day ? .empty : .text("Total")] + Self.cells(totals)
  }

  private func key(_ key: SummaryRow.Key) -> Cell {
    switch key {
    case .source(let id): .text(names.sources[id]?.text ?? "unknown")
    case .domain(let id): .text(names.domains[id] ?? "")
    case .reporter(let id): .text(names.reporters[id] ?? "")
    case .day(let day): .day(day)
    case .label(let label): .text(label)
    }
  }

  static func cells(_ totals: TrafficTotals) -> [Cell] {
    [
      .count(totals.messages),
      .count(totals.passed), .share(totals.passed, of: totals.messages),
      .count(totals.failed),
      .count(totals.spfAligned), .share(totals.spfAligned, of: totals.messages),
      .count(totals.dkimAligned), .share(totals.dkimAligned, of: totals.messages),
      .count(totals.delivered), .count(totals.quarantined), .count(totals.rejected),
      .count(totals.differing),
    ]
  }
}
