public import Analysis
public import DMARC

/// What is new since it was last asked, as a document.
public struct AlertsAnswer {
  private let alerts: [Alert]
  private let asOf: Day

  /// The answer of these alerts; `asOf` is the last complete day.
  public init(_ alerts: [Alert], asOf: Day) {
    self.alerts = alerts
    self.asOf = asOf
  }

  /// The document, in the form `dmarc-report/alerts` version 1 (docs/output.md).
  ///
  /// People get nothing where there is nothing, so that cron sends no mail.
  public var document: OutputDocument {
    let table: @Sendable () -> [Section] = { [alerts] in
      [.table(TableData(alerts, columns: Self.columns))]
    }
    return OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/alerts", version: 1, fields: ["as_of": .string(asOf.text)]),
      sections: [
        .only(.people) { [alerts] in Self.prose(alerts) }, .only(.programs, table),
        .only(.spreadsheets, table),
      ])
  }

  /// What stands above a mail with these alerts; empty where there are none.
  public var subject: String {
    let domains = Set(alerts.compactMap(\.domain))
    let about =
      domains.count == 1 ? domains.first ?? "" : Human.counted(Int64(domains.count), "domain")
    let worse = alerts.count(where: \.isWorse)
    let count = Human.counted(Int64(alerts.count), worse > 0 ? "alert" : "change")
    guard !alerts.isEmpty else { return "" }
    return domains.isEmpty ? "DMARC: \(count)" : "DMARC of \(about): \(count)"
  }

  /// Domains about which a thing is told in one line, and not once for each of them.
  private static let many = 3
  /// Domains that are named in such a line.
  private static let mostNamed = 8

  private static func prose(_ alerts: [Alert]) -> [Section] {
    let sentences = alerts.map { AlertText($0).sentence }
    let domains = Dictionary(
      grouping: zip(sentences, alerts).filter { $0.1.domain != nil }, by: \.0
    )
    .mapValues { $0.compactMap { $0.1.domain.map(Human.named) } }.filter { $0.value.count >= many }
    let common = domains.sorted { $0.key < $1.key }.map { sentence, domains in
      let more = domains.count - mostNamed
      let names = domains.prefix(mostNamed).joined(separator: ", ")
      return "\(sentence) (\(names)\(more > 0 ? " and \(more) more" : ""))"
    }
    let single = zip(sentences, alerts).filter { domains[$0.0] == nil }
    let titles = single.map { $0.1.domain.map(Human.named) ?? "Imports" }
    let parts = titles.indices.reduce(into: [(title: String, items: [String])]()) { parts, place in
      if parts.last?.title != titles[place] { parts.append((titles[place], [])) }
      parts[parts.count - 1].items.append(single[place].0)
    }
    return (common.isEmpty ? [] : [.heading("Several domains"), .items(common)])
      + parts.flatMap { [.heading($0.title), .items($0.items)] }
  }

  private static var columns: [Column<Alert>] {
    [
      .text("kind", "Kind") { $0.kind },
      .text("state", "State") { $0.isOver ? "over" : "new" },
      .text("worse", "Worse") { $0.isWorse ? "yes" : "no" },
      .text("domain", "Domain") { $0.domain },
      .text("subject", "About") { $0.subject },
      .text("before", "Before") { $0.before },
      .text("now", "Now") { $0.now },
      .messages("messages", "Messages") { $0.sender?.messages },
      .messages("failing", "Failing") { $0.sender?.failing },
      .text("sentence", "Sentence") { AlertText($0).sentence },
    ]
  }
}

extension Alert {
  /// The word for what it is about; docs/output.md lists them.
  fileprivate var kind: String {
    switch matter {
    case .newSender: "new_sender"
    case .senderFails: "sender_fails"
    case .riskRose: "risk_rose"
    case .verdict: "verdict"
    case .policy: "policy"
    case .reporterSilent: "reporter_silent"
    case .noReports: "no_reports"
    case .importStale: "import_stale"
    case .problems: "problems"
    }
  }

  fileprivate var sender: AlertSender? {
    switch matter {
    case .newSender(let sender), .senderFails(let sender, _): sender
    default: nil
    }
  }

  /// Which sender or reporter.
  fileprivate var subject: String? {
    if case .reporterSilent(let reporter) = matter { return reporter }
    return sender?.identity.key
  }

  fileprivate var before: String? {
    switch matter {
    case .verdict(let from, _): from.rawValue
    case .policy(let from, _): from.p.rawValue
    case .riskRose(let usual, _): DecimalText.share(usual)
    case .noReports(let since): since?.text
    case .importStale(let since): since.map(Instant.text)
    default: nil
    }
  }

  fileprivate var now: String? {
    switch matter {
    case .verdict(_, let to): to.rawValue
    case .policy(_, let to): to.p.rawValue
    case .riskRose(_, let now): DecimalText.share(now)
    case .problems(let count): String(count)
    default: nil
    }
  }
}
