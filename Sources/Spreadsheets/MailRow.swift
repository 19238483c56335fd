internal import Analysis
internal import DMARC
internal import ReportOutput

/// A month or a day of a domain's mail, or of all domains together.
struct MailRow {
  let domain: String
  let time: String
  var totals = TrafficTotals()
  var counts = KindCounts()

  /// The months or days of some domains together, in order.
  static func all(
    _ level: Breakdown.Level, _ domains: [DomainReadiness],
    _ totals: [String: [String: TrafficTotals]], name: String
  ) -> [MailRow] {
    var rows: [String: MailRow] = [:]
    for domain in domains {
      for day in domain.timeline?.days ?? [] {
        let time = level == .month ? String(day.day.text.dropLast(3)) : day.day.text
        rows[time, default: MailRow(domain: name, time: time)].counts += day.counts
      }
      for (time, sum) in totals[domain.domain] ?? [:] {
        rows[time, default: MailRow(domain: name, time: time)].totals.add(sum)
      }
    }
    return rows.values.sorted { $0.time < $1.time }
  }

  static func columns(_ level: Breakdown.Level) -> [Column<MailRow>] {
    let time: Column<MailRow> =
      level == .day
      ? .day("day", "Day") { Day($0.time) } : .text("month", "Month") { $0.time }
    return [
      .text("domain", "Domain") { $0.domain }, time,
      .messages("messages", "Messages") { $0.totals.messages },
      .messages("pass", "Passing") { $0.totals.passed },
      .share("pass_share", "Pass") {
        $0.totals.passed
      } of: {
        $0.totals.messages
      },
      .messages("fail", "Failing") { $0.totals.failed },
      .messages("at_risk", "At risk") { $0.counts[.atRisk] },
      .messages("in_question", "In question") { $0.counts[.inQuestion] },
      .messages("forwarded", "Forwarded") { $0.counts[.forwarded] },
      .messages("spoofed", "Spoofed") { $0.counts[.spoofed] },
    ]
  }

  /// What a chart stacks, in the colours of the page.
  static func series(passing: Int, atRisk: Int, rest: [Int]) -> [Worksheet.Series] {
    [.init(column: passing, color: 0x2A7A5E)]
      + zip(rest, [0x7B4BB3, 0x3F6EA8, 0x7C8898]).map { .init(column: $0, color: UInt32($1)) }
      + [.init(column: atRisk, color: 0xD97A00)]
  }
}
