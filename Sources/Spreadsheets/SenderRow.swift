internal import Analysis
internal import DMARC
internal import ReportOutput

/// A sender of a domain's mail.
struct SenderRow {
  let domain: String
  let sender: Timeline.OfSender

  static var columns: [Column<SenderRow>] {
    [
      .text("domain", "Domain") { $0.domain },
      .text("sender", "Sender") { $0.sender.identity.text },
      .messages("messages", "Messages") { $0.sender.counts.messages },
    ]
      + MailKind.allCases.map { kind in
        .messages(kind.rawValue, kind.title) { $0.sender.counts[kind] }
      }
      + [
        .count("addresses", "Addresses") { Int64($0.sender.addresses) },
        .count("days", "Days") { Int64($0.sender.days.count) },
        .count("reporters", "Reporters") { Int64($0.sender.reporters) },
        .day("first_day", "First seen") { $0.sender.days.first },
        .day("last_day", "Last seen") { $0.sender.days.last },
      ]
  }
}
