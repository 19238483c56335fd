internal import DMARC
public import DomainAudit
internal import ReceiverRules

/// What SPF says now of every sender that receivers reported, as a document.
public struct SPFReplayAnswer {
  private let replay: SPFReplay
  private let terms: [TermUse]
  private let domain: String
  private let limit: Int?

  /// The answer about a domain, with up to `limit` senders.
  public init(_ replay: SPFReplay, terms: [TermUse], of domain: String, limit: Int?) {
    self.replay = replay
    self.terms = terms
    self.domain = domain
    self.limit = limit
  }

  /// The document, in the form `dmarc-report/domain-spf-reports` version 1 (docs/output.md).
  public var document: OutputDocument {
    let all = replay.rows.map(\.reported.messages).reduce(0, +)
    let agreeing = replay.rows.map(\.agreeing).reduce(0, +)
    let (lost, atRisk) = sums(of: .loses)
    let (gained, _) = sums(of: .gains)
    return OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/domain-spf-reports", version: 1,
        fields: [
          "domain": .string(domain), "messages": .integer(all), "agreeing": .integer(agreeing),
          "lost": .integer(lost), "lost_dmarc": .integer(atRisk), "gained": .integer(gained),
        ]),
      sections: [
        .paragraph(
          "Of \(Human.counted(all)) receivers reported what SPF says now for "
            + "\(Human.count(agreeing))." + draftSentence(lost, atRisk, gained)),
        .table(key: "senders", senders),
        .heading("What each term of the record lets through"),
        .table(key: "terms", termTable),
      ])
  }

  private func sums(of change: SPFReplay.Change) -> (MessageCount, MessageCount) {
    let rows = replay.rows.filter { $0.change == change }
    return (
      rows.map(\.reported.messages).reduce(0, +), rows.map(\.reported.restOnSPF).reduce(0, +)
    )
  }

  private func draftSentence(_ lost: MessageCount, _ atRisk: MessageCount, _ gained: MessageCount)
    -> String
  {
    guard replay.rows.contains(where: { $0.draft != nil }) else { return "" }
    return " Under the draft \(Human.count(lost)) lose their pass, \(Human.count(atRisk)) of which "
      + "rest on SPF alone and would fail DMARC; \(Human.count(gained)) gain one."
  }

  private var senders: TableData {
    TableData(
      replay.rows.prefix(limit ?? .max), columns: Self.columns,
      whenEmpty: "No receiver reported a sender.")
  }

  private static var columns: [Column<SPFReplay.Row>] {
    [
      .text("domain", "Checked", elision: .never) { $0.sender.domain },
      .text("scope", "As") { $0.sender.isHELO ? "helo" : "mfrom" }.dispensable(2),
      .text("ip", "Address", elision: .never) { $0.sender.address.text },
      .text("helo", "HELO") { $0.sender.helo }.dispensable(3),
      .text("reported", "Reported") { reported($0) },
      .text("now", "Now") { $0.now.result.rawValue },
      .text("draft", "Draft") { $0.draft?.result.rawValue ?? "" },
      .text("change", "Change") { $0.change.rawValue },
      .text("term", "By") { $0.now.path.map(\.term).joined(separator: " > ") },
      .messages("messages", "Messages") { $0.reported.messages },
      .messages("rest_on_spf", "On SPF alone") { $0.reported.restOnSPF }.dispensable(1),
    ]
  }

  /// What receivers said, most messages first.
  private static func reported(_ row: SPFReplay.Row) -> String {
    row.reported.results.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      .map(\.key.rawValue).joined(separator: " ")
  }

  private var termTable: TableData {
    TableData(
      terms,
      columns: [
        .text("term", "Term") { $0.term }, .count("lookups", "Look-ups") { Int64($0.lookups) },
        .messages("messages", "Messages") { $0.messages },
        .text("dead_weight", "Dead weight") { $0.isDeadWeight ? "yes" : "no" },
      ], whenEmpty: "There is no record whose terms could be counted.")
  }
}
