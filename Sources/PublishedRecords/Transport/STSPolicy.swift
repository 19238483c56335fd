/// The policy that an MTA-STS record points to, a text of `key: value` lines (RFC 8461 3.2).
enum STSPolicy {
  /// A year and a day less: the longest that a policy may be kept.
  private static let longestAge = 31_557_600

  static func findings(in text: String) -> [RecordFinding] {
    let section = "RFC 8461 3.2"
    var values: [String: [String]] = [:]
    var found: [RecordFinding] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 {
        values[TagList.trimmed(parts[0]), default: []].append(TagList.trimmed(parts[1]))
      } else {
        found.append(
          RecordFinding(
            .must, "mta-sts-policy", section, String(line), "this is no line of key: value"))
      }
    }
    func refuse(_ term: String, _ sentence: String) {
      found.append(RecordFinding(.must, "mta-sts-policy", section, term, sentence))
    }
    if values["version"]?.first != "STSv1" { refuse("version", "it must be STSv1") }
    let mode = values["mode"]?.first ?? ""
    if !["enforce", "testing", "none"].contains(mode) {
      refuse("mode", "it must be enforce, testing or none")
    }
    if mode != "none", values["mx"] == nil { refuse("mx", "no host is named") }
    if !((values["max_age"]?.first).flatMap { Int($0) }.map { (0...longestAge).contains($0) }
      ?? false)
    {
      refuse("max_age", "it must be a number of seconds up to \(longestAge)")
    }
    return found
  }
}
