public import Analysis
internal import DMARC
public import Facts
internal import ReportOutput

/// A workbook for those who decide: what the state is, and the numbers by month, sender and day.
public struct ManagementBook {
  /// Senders that are listed; a store may know hundreds of thousands.
  public static let mostSenders = 20_000

  private let report: ReadinessReport
  private let breakdowns: [Breakdown.Level: Breakdown]
  private let names: Names

  /// The book of verdicts that were asked for with timelines, over the facts they were made from.
  public init(_ report: ReadinessReport, of facts: WindowFacts) {
    self.report = report
    names = facts.names
    breakdowns = Dictionary(
      uniqueKeysWithValues: [Breakdown.Level.domain, .month, .day].map {
        ($0, Breakdown(of: facts, by: $0))
      })
  }

  /// The bytes of the file; throws `WorkbookError`.
  public func bytes() throws -> [UInt8] {
    let book = try Workbook()
    overview(book.sheet("Overview"))
    times(book.sheet("By month"), .month, "By month")
    senders(book.sheet("By sender"))
    times(book.sheet("By day"), .day, "By day")
    return try book.finish()
  }

  private var period: String {
    let window = report.window
    return "\(window.from.text) to \(window.to.text), \(window.daysWithReports) of "
      + "\(window.days) days with reports"
  }

  private static let note =
    "Passing and failing is as receivers report it. At risk, in question, forwarded and spoofed is "
    + "what the failing mail is, as dmarc-report readiness counts it."

  private func overview(_ sheet: Worksheet) {
    sheet.line("DMARC of \(Human.counted(Int64(report.domains.count), "domain"))", at: 0)
    sheet.line(period, at: 1)
    sheet.line(Self.note, at: 2)
    let totals = totals(.domain)
    let rows = report.domains.map { domain in
      OverviewRow(domain, totals[domain.domain]?[""] ?? TrafficTotals())
    }
    let table = TableData(
      rows, columns: OverviewRow.columns(period: report.window), total: OverviewRow(totalOf: rows))
    sheet.table(table, at: 4)
    sheet.chart(
      "Messages by domain", names: 0,
      series: MailRow.series(passing: 8, atRisk: 10, rest: [12, 13, 14]),
      rows: 5...max(5, 4 + rows.count), heads: 4, at: (rows.count + 7, 0))
  }

  private func times(_ sheet: Worksheet, _ level: Breakdown.Level, _ title: String) {
    sheet.line("\(title), domain by domain", at: 0)
    sheet.line(period, at: 1)
    sheet.line(Self.note, at: 2)
    let all = MailRow.all(level, report.domains, totals(level), name: "All domains")
    let each =
      report.domains.count == 1
      ? []
      : report.domains.flatMap { MailRow.all(level, [$0], totals(level), name: $0.domain) }
    let table = TableData(all + each, columns: MailRow.columns(level))
    sheet.table(table, at: 4)
    // A single bar shows nothing.
    guard all.count > 1 else { return }
    sheet.chart(
      "Messages of all domains", names: 1, areDays: level == .day,
      series: MailRow.series(passing: 3, atRisk: 6, rest: [7, 8, 9]),
      rows: 5...max(5, 4 + all.count), heads: 4, at: (5, table.columns.count + 1))
  }

  private func senders(_ sheet: Worksheet) {
    let rows = report.domains.flatMap { domain in
      (domain.timeline?.senders ?? []).map { SenderRow(domain: domain.domain, sender: $0) }
    }
    sheet.line("By sender, what is most urgent first in each domain", at: 0)
    sheet.line(
      rows.count > Self.mostSenders
        ? "\(period). The first \(Human.count(Int64(Self.mostSenders))) of "
          + "\(Human.count(Int64(rows.count))) senders." : period, at: 1)
    sheet.line(
      "Passing is what receivers and their own evidence agree on, as dmarc-report readiness counts.",
      at: 2)
    sheet.table(
      TableData(rows.prefix(Self.mostSenders), columns: SenderRow.columns), at: 4)
  }

  /// What exports have, by domain and what a row is about.
  private func totals(_ level: Breakdown.Level) -> [String: [String: TrafficTotals]] {
    (breakdowns[level]?.rows ?? []).reduce(into: [:]) { totals, row in
      let key =
        switch row.summary.key {
        case .day(let day): day.text
        case .label(let label): label
        default: ""
        }
      totals[names.domains[row.domain] ?? "", default: [:]][key] = row.summary.totals
    }
  }
}
