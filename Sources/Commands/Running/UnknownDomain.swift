internal import Facts

/// Refuses a domain that no report is about, before an answer about nothing is taken for one.
enum UnknownDomain {
  /// How many of those that are known are named, where none is like it.
  private static let mostNamed = 4

  /// Throws `UsageFailure` for the first domain that is unknown; an empty store knows none, and says
  /// so in its answers.
  static func check(_ domains: [String], in store: any ReportReading) throws {
    guard !domains.isEmpty else { return }
    let reported = try store.names(.policyDomains, beginningWith: "", limit: nil)
    guard !reported.isEmpty else { return }
    // Of one's own domains it is an answer that no report is about them.
    let known = try reported + OwnDomains.all(store).domains
    for domain in domains where !known.contains(where: { areRelated(domain, $0) }) {
      throw UsageFailure(
        what: domain, why: "no report is about this domain", hint: hint(domain, reported))
    }
  }

  /// Whether one is the other, or stands below it: reports about a domain tell of its subdomains.
  private static func areRelated(_ one: String, _ other: String) -> Bool {
    one == other || one.hasSuffix("." + other) || other.hasSuffix("." + one)
  }

  private static func hint(_ domain: String, _ known: [String]) -> String {
    if let meant = Suggestion.nearest(to: domain, among: known) { return "did you mean \(meant)?" }
    let some = known.prefix(mostNamed) + (known.count > mostNamed ? ["…"] : [])
    return "reports are about \(some.joined(separator: ", "))"
  }
}
