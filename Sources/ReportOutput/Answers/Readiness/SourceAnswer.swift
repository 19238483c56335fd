public import Analysis
public import DMARC
public import Facts

/// All that is known of a sender, as a document.
public struct SourceAnswer {
  private let detail: SourceDetail
  private let pattern: String
  private let window: ClosedRange<Day>
  private let failures: FailureSummary

  /// The answer about an address, a CIDR block or a domain, over a window of UTC days, and what
  /// failure reports say of it.
  public init(
    _ detail: SourceDetail, pattern: String, window: ClosedRange<Day>, failures: FailureSummary
  ) {
    self.detail = detail
    self.pattern = pattern
    self.window = window
    self.failures = failures
  }

  /// The document, in the form `dmarc-report/source` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/source", version: 1,
        fields: [
          "source": .string(pattern),
          "window": .object([
            "from": .string(window.lowerBound.text), "to": .string(window.upperBound.text),
          ]), "messages": .integer(detail.messages),
          "failing": .integer(detail.failing), "at_risk": .integer(detail.atRisk),
          "from_domains": Self.counts(detail.fromDomains),
          "authenticated": Self.counts(detail.authenticated),
          "results": Self.counts(detail.results),
          "dispositions": Self.counts(detail.dispositions),
          "reporters": Self.counts(detail.reporters),
          "addresses": Self.counts(addresses),
        ]),
      sections: [.heading(pattern), .facts(facts)] + detail.sections
        + [.table(key: "days", days), .member(JSONMember("streams", detail.streamsJSON))]
        + failures.sections)
  }

  private var addresses: [String: MessageCount] {
    Dictionary(detail.addresses.map { ($0.key.text, $0.value) }, uniquingKeysWith: +)
  }

  private static func ordered(_ counts: [String: MessageCount]) -> [(
    key: String, value: MessageCount
  )] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
  }

  private static func counts(_ counts: [String: MessageCount]) -> JSONValue {
    .array(
      ordered(counts).map {
        .object(["name": .string($0.key), "messages": .integer($0.value)])
      })
  }

  private static func list(_ counts: [String: MessageCount]) -> Cell {
    let shown = ordered(counts).prefix(8).map { "\($0.key) \(Human.count($0.value))" }
    let rest = counts.count > 8 ? " and \(counts.count - 8) more" : ""
    return .text(shown.isEmpty ? "none" : shown.joined(separator: ", ") + rest)
  }

  private var facts: [Fact] {
    [
      Fact("Window", .text("\(window.lowerBound.text) to \(window.upperBound.text)")),
      Fact(
        "Messages",
        .text("\(Human.count(detail.messages)), \(Human.count(detail.failing)) failing")),
      Fact("From domains", Self.list(detail.fromDomains)),
      Fact("Addresses", Self.list(addresses)),
      Fact("Authenticated as", Self.list(detail.authenticated)),
      Fact("Results", Self.list(detail.results)),
      Fact("Dispositions", Self.list(detail.dispositions)),
      Fact("Reporters", Self.list(detail.reporters)),
    ]
      + detail.decisions.map { decision in
        Fact("You decided", .text(decision.sentence))
      }
  }

  private var days: TableData {
    TableData(
      detail.days,
      columns: [
        .day("day", "Day") { $0.day },
        .text("class", "Class") { $0.kind.rawValue },
        .messages("messages", "Messages") { $0.messages },
        .messages("failing", "Failing", tone: .bad) { $0.failing },
      ],
      whenEmpty: "Nothing is known of it in this window.")
  }
}

extension SourceDecision {
  /// The decision in a sentence.
  var sentence: String {
    "\(verdict.rawValue) \(pattern)" + (name.map { ", \($0)" } ?? "")
      + (domain.map { ", for \($0)" } ?? "")
  }
}

/// The operator's decisions as a document.
public struct DecisionsAnswer {
  private let decisions: [SourceDecision]

  /// The answer with these decisions.
  public init(_ decisions: [SourceDecision]) {
    self.decisions = decisions
  }

  /// The document, in the form `dmarc-report/decisions` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(schema: "dmarc-report/decisions", version: 1),
      sections: [
        .table(
          TableData(
            decisions,
            columns: [
              .text("verdict", "Decision") { $0.verdict.rawValue },
              .text("pattern", "Source", elision: .never) { $0.pattern },
              .text("name", "Name") { $0.name },
              .text("domain", "For") { $0.domain },
            ],
            whenEmpty: "Nothing is decided yet."))
      ])
  }
}
