internal import Facts

extension WindowFilter {
  /// The policy domains that verdicts are asked about, `nil` for all; a parent's policy covers a
  /// subdomain that has none, which is no domain to judge by itself.
  func judged(_ facts: WindowFacts) throws -> Set<String>? {
    guard !domains.isEmpty else { return nil }
    let known = Set(facts.reports.compactMap { facts.names.domains[$0.policyDomain] })
    let chosen = known.filter(includes(from:))
    if chosen.isEmpty, let parent = known.sorted().first {
      throw UsageFailure(
        what: domains.joined(separator: ", "), why: "it has no policy of its own",
        hint: "the policy of \(parent) covers it: --domain \(parent)")
    }
    return chosen
  }
}
