/// Judges the TXT records of a name as SPF.
enum SPFLint {
  static func judge(_ texts: [String]) -> RecordJudgement {
    let records = texts.compactMap { SPFRecord($0) }
    guard let first = records.first else {
      return RecordJudgement(texts.map(passedOver), result: "none")
    }
    guard records.count == 1 else {
      return RecordJudgement(
        RecordLint.several(
          records.map(\.text), .must, "spf-several", "RFC 7208 4.5",
          "receivers answer permerror"), result: "permerror")
    }
    return RecordJudgement(
      first.findings, result: first.badTerms.isEmpty ? nil : "permerror")
  }

  /// Why receivers find no SPF record in a text (RFC 7208 4.5).
  private static func passedOver(_ text: String) -> RecordFinding {
    let lowered = text.lowercased()
    let start = String(text.prefix(40))
    if lowered.hasPrefix("spf2.0") {
      return RecordFinding(
        .should, "spf-sender-id", "RFC 7208 C.3", start,
        "this is Sender ID, which is historic; receivers of SPF pass over it")
    }
    let why =
      lowered.hasPrefix("\"") || lowered.hasPrefix("'")
      ? "the quotes are part of the record"
      : lowered.first == " "
        ? "a space stands before the version"
        : "it does not begin with v=spf1 and a space"
    return RecordFinding(
      .must, "spf-none", "RFC 7208 4.5", start, "receivers find no SPF record here: \(why)")
  }
}
