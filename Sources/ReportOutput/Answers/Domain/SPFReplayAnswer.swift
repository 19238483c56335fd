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
          "Of \(Human.counted(all, "message")) receivers reported what SPF says now for "
            + "\(Human.count(agreeing))." + draftSentence(lost, atRisk, gained)),
        .table(key: "senders", senders),
        .heading("What each term of the record lets through"),
        .table(key: "terms", termTable),
      ])
  }

  private func sums(of change: SPFReplay.Change) -> (Int64, Int64) {
    let rows = replay.rows.filter { $0.change == change }
    return (
      rows.map(\.reported.messages).reduce(0, +), rows.map(\.reported.restOnSPF).reduce(0, +)
    )
  }

  private func draftSentence(_ lost: Int64, _ atRisk: Int64, _ gained: Int64) -> String {
    guard replay.rows.contains(where: { $0.draft != nil }) else { return "" }
    return " Under the draft \(Human.count(lost)) lose their pass, \(Human.count(atRisk)) of which "
      + "rest on SPF alone and would fail DMARC; \(Human.count(gained)) gain one."
  }

  private var senders: TableData {
    TableData(
      columns: [
        .text("domain", "Checked"), .text("scope", "As").dispensable(2), .text("ip", "Address"),
        .text("helo", "HELO").dispensable(3), .text("reported", "Reported"), .text("now", "Now"),
        .text("draft", "Draft"), .text("change", "Change"), .text("term", "By"),
        .count("messages", "Messages"), .count("rest_on_spf", "On SPF alone").dispensable(1),
      ],
      rows: replay.rows.prefix(limit ?? .max).map(Self.row),
      whenEmpty: "No receiver reported a sender.")
  }

  private static func row(_ row: SPFReplay.Row) -> [Cell] {
    let reported = row.reported.results.sorted {
      ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue)
    }
    return [
      .text(row.sender.domain), .text(row.sender.isHELO ? "helo" : "mfrom"),
      .text(row.sender.address.text), .text(row.sender.helo),
      .text(reported.map(\.key.rawValue).joined(separator: " ")), .text(row.now.result.rawValue),
      .text(row.draft?.result.rawValue ?? ""), .text(row.change.rawValue),
      .text(row.now.path.map(\.term).joined(separator: " > ")), .count(row.reported.messages),
      .count(row.reported.restOnSPF),
    ]
  }

  private var termTable: TableData {
    TableData(
      columns: [
        .text("term", "Term"), .count("lookups", "Look-ups"), .count("messages", "Messages"),
        .flag("dead_weight", "Dead weight"),
      ],
      rows: terms.map {
        [.text($0.term), .count($0.lookups), .count($0.messages), .flag($0.isDeadWeight)]
      }, whenEmpty: "There is no record whose terms could be counted.")
  }
}
