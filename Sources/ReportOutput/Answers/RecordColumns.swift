internal import DMARC

/// The columns of single records, in `show` and in exports of records.
enum RecordColumns {
  static let all: [Column] = [
    .text("source", "Source"),
    .count("messages", "Messages"),
    .text("header_from", "From domain"),
    .text("envelope_from", "Envelope from").dispensable(6),
    .text("envelope_to", "Envelope to").dispensable(8),
    .text("disposition", "Disposition"),
    .text("dkim", "DKIM"),
    .text("spf", "SPF"),
    .text("dkim_recomputed", "DKIM again").dispensable(5),
    .text("spf_recomputed", "SPF again").dispensable(4),
    .list("overrides", "Overrides").dispensable(3),
    .list("dkim_results", "DKIM results").dispensable(1),
    .list("spf_results", "SPF results").dispensable(2),
    .text("source_text", "Source as sent").dispensable(9),
  ]

  static func table(_ records: [Record]) -> TableData {
    TableData(columns: all, rows: records.map(cells), whenEmpty: "No records.")
  }

  static func cells(_ record: Record) -> [Cell] {
    [
      .text(record.source.text), .count(record.count),
      .text(orEmpty: record.identifiers.headerFrom),
      .text(orEmpty: record.identifiers.envelopeFrom),
      .text(orEmpty: record.identifiers.envelopeTo),
      .text(record.evaluation.disposition.shown), .text(record.evaluation.dkim.shown),
      .text(record.evaluation.spf.shown), .text(word(record.recomputed.dkim)),
      .text(word(record.recomputed.spf)), .list(record.evaluation.overrides.map(text)),
      .list(record.evidence.dkim.map(text)), .list(record.evidence.spf.map(text)),
      .text(orEmpty: record.sourceText),
    ]
  }

  private static func word(_ verdict: RecomputedAlignment.Verdict) -> String {
    switch verdict {
    case .pass: "pass"
    case .fail: "fail"
    case .unknown: "unknown"
    }
  }

  private static func text(_ override: Override) -> String {
    override.comment.map { "\(override.type.shown) (\($0))" } ?? override.type.shown
  }

  private static func text(_ signature: DKIMSignature) -> String {
    let selector = signature.selector.map { "/\($0)" } ?? ""
    let human = signature.humanResult.map { " (\($0))" } ?? ""
    return "\(signature.domain ?? "?")\(selector)=\(signature.result.shown)\(human)"
  }

  private static func text(_ check: SPFCheck) -> String {
    let scope = check.scope == .missing ? "" : "/\(check.scope.shown)"
    let human = check.humanResult.map { " (\($0))" } ?? ""
    return "\(check.domain ?? "?")\(scope)=\(check.result.shown)\(human)"
  }
}
