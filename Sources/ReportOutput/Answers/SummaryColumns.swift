internal import Analysis
internal import DMARC
internal import Facts

/// A line of a summary: a row, or the total of all, which has neither days nor senders.
enum SummaryLine {
  case row(SummaryRow)
  case total(TrafficTotals)

  var totals: TrafficTotals {
    switch self {
    case .row(let row): row.totals
    case .total(let totals): totals
    }
  }

  var row: SummaryRow? {
    if case .row(let row) = self { row } else { nil }
  }
}

/// The columns of a summary and of exports by group.
struct SummaryColumns {
  private let grouping: SummaryGrouping
  private let names: Names
  /// What the last line is called.
  private let total: String
  private let authenticated: AuthenticatedDomains

  init(grouping: SummaryGrouping, names: Names, total: String = "Total") {
    self.total = total
    self.grouping = grouping
    self.names = names
    authenticated = AuthenticatedDomains(names.evidence)
  }

  var all: [Column<SummaryLine>] { [key] + Self.measures + [authenticatedAs] }

  /// What a row is about.
  var key: Column<SummaryLine> {
    switch grouping {
    case .source: .text("source", "Source", elision: .never, name)
    case .domain: .text("domain", "Policy domain", elision: .never, name)
    case .headerFrom: .text("header_from", "From domain", elision: .never, name)
    case .reporter: .text("reporter", "Reporter", name)
    case .day: Column(ColumnHead(key: "day", title: "Day", kind: .day), cell: day)
    case .month: .text("month", "Month", name)
    case .sender: .text("sender", "Sender", elision: .never, name)
    case .override: .text("override", "Override", name)
    }
  }

  static var measures: [Column<SummaryLine>] {
    [
      .messages("messages", "Messages") { $0.totals.messages },
      .messages("dmarc_pass", "Pass", tone: .good) { $0.totals.passed }.dispensable(6),
      .share("dmarc_pass_share", "Pass %") {
        $0.totals.passed
      } of: {
        $0.totals.messages
      },
      .messages("dmarc_fail", "Fail", tone: .bad) { $0.totals.failed },
      .messages("spf_aligned", "SPF") { $0.totals.spfAligned }.dispensable(7),
      .share("spf_aligned_share", "SPF %") {
        $0.totals.spfAligned
      } of: {
        $0.totals.messages
      }
      .dispensable(2),
      .messages("dkim_aligned", "DKIM") { $0.totals.dkimAligned }.dispensable(8),
      .share("dkim_aligned_share", "DKIM %") {
        $0.totals.dkimAligned
      } of: {
        $0.totals.messages
      }
      .dispensable(1),
      .messages("disposition_none", "None") { $0.totals.delivered }.dispensable(9),
      .messages("disposition_quarantine", "Quar.") { $0.totals.quarantined }.dispensable(4),
      .messages("disposition_reject", "Reject") { $0.totals.rejected }.dispensable(3),
      .messages("differing", "Differ") { $0.totals.differing }.dispensable(12),
      .count("reporters", "Rep.") { $0.row.map { Int64($0.reporters) } }.dispensable(10),
      .day("first_day", "First") { $0.row?.firstDay }.dispensable(11),
      .day("last_day", "Last") { $0.row?.lastDay }.dispensable(5),
    ]
  }

  var authenticatedAs: Column<SummaryLine> {
    .list("authenticated", "Authenticated as") { $0.row.map { authenticated.of($0.evidence) } }
  }

  private func name(_ line: SummaryLine) -> String {
    switch line.row?.key {
    case nil: total
    case .source(let id): names.sources[id]?.text ?? "unknown"
    case .domain(let id): names.domains[id] ?? ""
    case .reporter(let id): names.reporters[id] ?? ""
    case .day(let day): day.text
    case .label(let label): label
    }
  }

  /// The day, or the word that says what a line without one is.
  private func day(_ line: SummaryLine) -> Cell {
    if case .day(let day) = line.row?.key { .day(day) } else { .text(name(line)) }
  }
}
