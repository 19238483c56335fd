internal import DMARC
internal import Facts

/// The columns of single records, in `show` and in exports of records.
enum RecordColumns {
  static var all: [Column<StoredRecord>] {
    [
      .text("source", "Source", elision: .never) { $0.record.source.text },
      .messages("messages", "Messages") { $0.record.count },
      .text("header_from", "From domain", elision: .never) { $0.record.identifiers.headerFrom },
      .text("envelope_from", "Envelope from") { $0.record.identifiers.envelopeFrom }.dispensable(6),
      .text("envelope_to", "Envelope to") { $0.record.identifiers.envelopeTo }.dispensable(8),
      .text("disposition", "Disposition") { $0.record.evaluation.disposition.shown },
      .text("dkim", "DKIM") { $0.record.evaluation.dkim.shown },
      .text("spf", "SPF") { $0.record.evaluation.spf.shown },
      .text("dkim_recomputed", "DKIM again") { word($0.record.recomputed.dkim) }.dispensable(5),
      .text("spf_recomputed", "SPF again") { word($0.record.recomputed.spf) }.dispensable(4),
      .list("overrides", "Overrides") { $0.record.evaluation.overrides.map(text) }.dispensable(3),
      .list("dkim_results", "DKIM results") { $0.record.evidence.dkim.map(text) }.dispensable(1),
      .list("spf_results", "SPF results") { $0.record.evidence.spf.map(text) }.dispensable(2),
      .text("source_text", "Source as sent") { $0.record.sourceText }.dispensable(9),
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
