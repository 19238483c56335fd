public import Analysis
internal import DMARC

/// The mail of domains by day, reporter or sender, and in each by kind, as a document.
public struct TimelineAnswer {
  /// What a row is about.
  public enum Grouping: String, Sendable, CaseIterable {
    /// A domain and a day of the window.
    case day
    /// A domain, a reporter and a day it sent a report about.
    case reporter
    /// A domain and a sender.
    case sender
  }

  private let report: ReadinessReport
  private let grouping: Grouping
  private let empty: EmptyWindow

  /// The answer to an analysis that was asked for timelines.
  public init(_ report: ReadinessReport, by grouping: Grouping, empty: EmptyWindow) {
    self.report = report
    self.grouping = grouping
    self.empty = empty
  }

  /// The document, in the form `dmarc-report/timeline` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/timeline", version: 1,
        fields: ["by": .string(grouping.rawValue), "window": report.window.json]),
      sections: [.table(table)])
  }

  private var timelines: [(domain: String, timeline: Timeline)] {
    report.domains.compactMap { domain in domain.timeline.map { (domain.domain, $0) } }
  }

  private var rows: [Row] {
    timelines.flatMap { domain, timeline -> [Row] in
      switch grouping {
      case .day: timeline.days.map { Row(domain: domain, of: $0) }
      case .reporter:
        timeline.reporters.flatMap { reporter in
          reporter.days.map { Row(domain: domain, of: $0, reporter: reporter) }
        }
      case .sender: timeline.senders.map { Row(domain: domain, of: $0) }
      }
    }
  }

  private var table: TableData {
    var total = Row(domain: "Total")
    total.counts = timelines.reduce(into: KindCounts()) { $0 += $1.timeline.total }
    return TableData(
      rows, columns: [.text("domain", "Domain") { $0.domain }] + columns, total: total,
      whenEmpty: empty.text)
  }

  private var columns: [Column<Row>] {
    let day = Column<Row>.day("day", "Day") { $0.day }
    let reports = Column<Row>.count("reports", "Reports") { $0.reports }.dispensable(1)
    return switch grouping {
    case .day: [day, reports] + Row.kinds
    case .reporter:
      [
        .text("reporter", "Reporter") { $0.name },
        .text("established", "Est.") { $0.isEstablished.map { $0 ? "yes" : "no" } }.dispensable(4),
        day, reports,
      ] + Row.kinds
    case .sender:
      [.text("sender", "Sender") { $0.name }] + Row.kinds
        + [
          .count("addresses", "Addresses") { $0.addresses }.dispensable(5),
          .count("days", "Days") { $0.days }.dispensable(4),
          .count("reporters", "Rep.") { $0.reporters }.dispensable(6),
          .day("first_day", "First") { $0.first }.dispensable(8),
          .day("last_day", "Last") { $0.day }.dispensable(7),
        ]
    }
  }
}

/// A row of a timeline, of whatever grouping.
private struct Row {
  let domain: String
  var name: String?
  var isEstablished: Bool?
  var first: Day?
  var day: Day?
  var reports: Int64?
  var counts = KindCounts()
  var addresses: Int64?
  var days: Int64?
  var reporters: Int64?

  init(domain: String) { self.domain = domain }

  init(domain: String, of day: Timeline.OfDay, reporter: Timeline.OfReporter? = nil) {
    self.domain = domain
    self.day = day.day
    reports = Int64(day.reports)
    counts = day.counts
    name = reporter?.reporter
    isEstablished = reporter?.isEstablished
  }

  init(domain: String, of sender: Timeline.OfSender) {
    self.domain = domain
    name = sender.identity.text
    counts = sender.counts
    addresses = Int64(sender.addresses)
    days = Int64(sender.days.count)
    reporters = Int64(sender.reporters)
    (first, day) = (sender.days.first, sender.days.last)
  }

  /// Messages, and how many there are of each kind.
  static var kinds: [Column<Row>] {
    [.messages("messages", "Messages") { $0.counts.messages }]
      + MailKind.allCases.map { kind in
        .messages(kind.rawValue, kind.title, tone: kind == .atRisk ? .bad : .plain) {
          $0.counts[kind]
        }
      }
  }
}

extension MailKind {
  /// The kind in a word or two.
  package var title: String {
    switch self {
    case .passes: "Passes"
    case .atRisk: "At risk"
    case .inQuestion: "In question"
    case .forwarded: "Forwarded"
    case .over: "Over"
    case .spoofed: "Spoofed"
    case .unproven: "Unproven"
    }
  }
}
