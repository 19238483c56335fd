public import Analysis
public import DMARC

/// How sessions of TLS went, as a document.
public struct TLSAnswer {
  private let summary: TLSSummary
  private let newestDay: Day?
  private let limit: Int?

  /// The answer with this summary and so many rows of each table at the most; `newestDay` is that of
  /// all stored TLS reports.
  public init(_ summary: TLSSummary, newestDay: Day?, limit: Int? = nil) {
    self.summary = summary
    self.newestDay = newestDay
    self.limit = limit
  }

  /// The document, in the form `dmarc-report/tls` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/tls", version: 1,
        fields: [
          "by": .string(summary.grouping.rawValue),
          "window": .object([
            "from": .string(summary.window.lowerBound.text),
            "to": .string(summary.window.upperBound.text),
          ]),
          "reports": .integer(Int64(summary.reports)),
          "reporters": .array(summary.reporters.map { .string($0) }),
          "successful": .integer(summary.total.successful),
          "failed": .integer(summary.total.failed),
        ]), sections: [.facts(facts)] + tables + advice)
  }

  private var facts: [Fact] {
    let total = summary.total
    let share = total.failed.share(of: total.successful + total.failed)
    return [
      Fact(
        "Window", .text("\(summary.window.lowerBound.text) to \(summary.window.upperBound.text)")),
      Fact(
        "Reports",
        .text(
          "\(Human.count(Int64(summary.reports))) from "
            + Human.counted(Int64(summary.reporters.count), "reporter"))),
      Fact(
        "Sessions",
        .text(
          Human.count(total.successful + total.failed)
            + (share.map { ", \(Human.count(total.failed)) failed (\(Human.share($0)))" } ?? ""))),
    ]
  }

  // MARK: Tables

  private var tables: [Section] {
    guard summary.grouping != .failure else { return [.table(failures(whenEmpty: noFailure))] }
    let table = TableData(
      shown(summary.rows), columns: columns, total: summary.total, whenEmpty: nothing)
    let below: [Section] =
      summary.failures.isEmpty
      ? [] : [.heading("How sessions failed"), .table(key: "failures", failures(whenEmpty: nil))]
    return [.table(table)] + note(summary.rows.count) + below
  }

  private func shown<Row>(_ rows: [Row]) -> ArraySlice<Row> { rows.prefix(limit ?? rows.count) }

  private func note(_ rows: Int) -> [Section] {
    let hidden = rows - min(rows, limit ?? rows)
    guard hidden > 0 else { return [] }
    return [
      .paragraph(
        "\(Human.count(Int64(hidden))) more rows are counted in the total; --limit 0 shows them.")
    ]
  }

  private var columns: [Column<TLSRow>] {
    let title =
      switch summary.grouping {
      case .day: "Day"
      case .reporter: "Reporter"
      case .domain, .failure: "Domain"
      }
    return [
      .text(summary.grouping.rawValue, title) { $0.name },
      .messages("successful", "Went well", tone: .good) { $0.successful },
      .messages("failed", "Failed", tone: .bad) { $0.failed },
      .share("failed_share", "Failed %", { $0.failed }, of: { $0.successful + $0.failed }),
      .list("policy_types", "Policies") { $0.types.sorted() },
      .list("reporters", "Reporters") { $0.reporters.sorted() }.dispensable(1),
      .day("first_day", "First") { $0.first }.dispensable(3),
      .day("last_day", "Last") { $0.last }.dispensable(2),
    ]
  }

  private func failures(whenEmpty text: String?) -> TableData {
    TableData(shown(summary.failures), columns: Self.failureColumns, whenEmpty: text)
  }

  private static var failureColumns: [Column<TLSFailureRow>] {
    [
      .text("result_type", "Result") { $0.result },
      .text("domain", "Domain", elision: .never) { $0.domain },
      .text("mx", "MX", elision: .never) { $0.host },
      .text("address", "Address", elision: .never) { $0.address },
      .messages("sessions", "Sessions", tone: .bad) { $0.sessions },
      .list("reporters", "Reporters") { $0.reporters.sorted() }.dispensable(1),
      .list("reason_codes", "Reasons") { $0.reasons.sorted() }.dispensable(4),
      .day("first_day", "First") { $0.first }.dispensable(3),
      .day("last_day", "Last") { $0.last }.dispensable(2),
    ]
  }

  private var noFailure: String {
    summary.reports > 0 ? "No session failed in this window." : nothing
  }

  private var nothing: String {
    guard let newest = newestDay else {
      return "No TLS report is stored yet. Receivers send them to the rua address of the record at "
        + "_smtp._tls (RFC 8460 section 3)."
    }
    return "No TLS report in this window. The newest is of \(newest.text): --until latest ends "
      + "the window there."
  }

  // MARK: Advice

  /// The result types that were met, most sessions first.
  private var results: [String] {
    var sessions: [String: MessageCount] = [:]
    for row in summary.failures { sessions[row.result, default: 0] += row.sessions }
    return sessions.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  private var advice: [Section] {
    let results = results
    guard !results.isEmpty else { return [.member(JSONMember("advice", .array([])))] }
    let values = results.map { result in
      JSONValue.object([
        "result_type": .string(result), "advice": .string(TLSAdvice.text(for: result)),
      ])
    }
    return [
      .heading("What to do"), .items(TLSAdvice.lines(for: results)),
      .member(JSONMember("advice", .array(values))),
    ]
  }
}
