internal import DNS
public import PublishedRecords
public import ReceiverRules

extension SPFCensus.Entry {
  /// What is wrong with the name that the term leads to; `nil` where nothing is.
  public var finding: RecordFinding? {
    guard let fault else { return nil }
    func make(
      _ level: RecordFinding.Level, _ code: String, _ section: String, _ text: String
    ) -> RecordFinding {
      RecordFinding(level, code, "RFC 7208 \(section)", term, text)
    }
    switch fault {
    case .noRecord:
      return make(
        .must, "spf-target-none", "5.2",
        "\(target) has no SPF record: mail that gets here is a permerror")
    case .severalRecords(let count):
      return make(.must, "spf-target-several", "4.5", "\(target) has \(count) SPF records")
    case .syntax(let term):
      return make(
        .must, "spf-target-syntax", "4.6", "the record of \(target) cannot be read at \(term)"
      )
    case .loop: return make(.must, "spf-loop", "4.6.4", "it leads back to \(target)")
    case .passesAll(let term):
      return make(
        .should, "spf-target-passes-all", "5.2",
        "\(target) lets everybody through by \(term)")
    case .void:
      return make(
        .practice, "spf-void", "4.6.4", "\(target) names nothing; the look-up is wasted")
    case .manyExchanges(let count):
      return make(
        .must, "spf-many-exchanges", "4.6.4",
        "\(target) has \(count) mail servers, and ten are allowed")
    case .notKnown(let trouble):
      return make(.note, "spf-target-not-known", "4.4", "not known: \(trouble.sentence)")
    }
  }
}

extension SPFCensus {
  /// What is to be said of the record's cost (RFC 7208 4.6.4).
  public var costFindings: [RecordFinding] {
    func found(_ level: RecordFinding.Level, _ code: String, _ text: String) -> RecordFinding {
      RecordFinding(level, code, "RFC 7208 4.6.4", "", text)
    }
    var findings: [RecordFinding] = []
    switch lookups {
    case 11...:
      findings.append(
        found(
          .must, "spf-too-many-lookups",
          "it costs \(lookups) look-ups, and ten are allowed: whatever needs more is a permerror"))
    case 9...10:
      findings.append(
        found(
          .note, "spf-near-limit",
          "it costs \(lookups) look-ups of ten; an include that grows breaks it"))
    default: break
    }
    if voids > 2 {
      findings.append(
        found(
          .should, "spf-too-many-voids",
          "\(voids) terms find nothing, and two are allowed: many receivers answer permerror"))
    }
    return findings
  }
}
