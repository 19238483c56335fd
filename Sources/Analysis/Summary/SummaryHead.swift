public import DMARC
public import Facts

/// What stands above the rows: the window, how well it is covered, and the policies seen.
public struct SummaryHead: Sendable {
  /// The UTC days asked for.
  public let window: ClosedRange<Day>
  /// Reports in the window.
  public let reports: Int
  /// How many of them are trusted how far.
  public let trust: [Trust: Int]
  /// Days of the window on which a report counts.
  public let daysWithReports: Int
  /// Days of the window on which none counts.
  public let missingDays: [Day]
  /// The names of the organizations that reported, in order.
  public let reporters: [String]
  /// The policy last seen for each policy domain, in order of name.
  public let policies: [SeenPolicy]

  init(_ facts: WindowFacts) {
    let seen = SeenReports(facts.reports)
    window = facts.window
    reports = facts.reports.count
    trust = seen.trust
    daysWithReports = seen.days.count
    missingDays = facts.window.filter { !seen.days.contains($0) }
    reporters = Set(seen.reporters.compactMap { facts.names.reporters[$0] }).sorted()
    policies = SeenPolicy.all(facts, of: seen.policyDomains)
  }
}

/// The policy that was seen last for a domain, and since when.
public struct SeenPolicy: Sendable, Hashable {
  /// The policy domain.
  public let domain: String
  /// The policy, as reported.
  public let policy: PolicyPublished
  /// The first day on which a report showed it.
  public let since: Day
  /// The policy before it, where reports showed another.
  public let previous: PolicyPublished?

  static func all(_ facts: WindowFacts, of policyDomains: Set<Int>) -> [SeenPolicy] {
    let domains = Set(policyDomains.compactMap { facts.names.domains[$0] })
    return Dictionary(grouping: facts.policies.filter { domains.contains($0.domain) }, by: \.domain)
      .compactMap { domain, sightings in latest(domain, sightings) }
      .sorted { $0.domain < $1.domain }
  }

  /// Reporters differ in which tags they repeat, so only what they ask for tells policies apart.
  private static func latest(_ domain: String, _ all: [PolicySighting]) -> SeenPolicy? {
    let told = PolicyRequest.complete(all)
    let rungs = Dictionary(grouping: told) { PolicyRequest($0.policy) }.mapValues { sightings in
      (
        first: sightings.map(\.firstDay).min() ?? Day(number: 0),
        last: sightings.map(\.lastDay).max() ?? Day(number: 0),
        newest: sightings.max { ($0.lastDay, $0.reports) < ($1.lastDay, $1.reports) }?.policy,
        reports: sightings.map(\.reports).reduce(0, +)
      )
    }
    // Policies seen on the very same days: that of most reports is the one.
    let ordered = rungs.sorted { a, b in
      (a.value.last, a.value.first, a.value.reports, a.key.text)
        < (b.value.last, b.value.first, b.value.reports, b.key.text)
    }.map(\.value)
    guard let current = ordered.last, let policy = current.newest else { return nil }
    // What some reporters show all the while beside the others was never there before.
    let previous = ordered.dropLast().last { $0.first < current.first && $0.last < current.last }
    return SeenPolicy(
      domain: domain, policy: policy, since: current.first, previous: previous?.newest)
  }
}

/// What a policy asks for: the part of it that every reporter repeats.
private struct PolicyRequest: Hashable {
  let p: Policy?
  let sp: Policy?

  init(_ policy: PolicyPublished) {
    p = policy.p.word
    sp = policy.sp.word
  }

  var text: String { "\(p?.rawValue ?? "") \(sp?.rawValue ?? "")" }

  /// The sightings without those that say less than another of the same p: some reporters leave
  /// sp out, which tells nothing of it.
  static func complete(_ all: [PolicySighting]) -> [PolicySighting] {
    let full = Set(all.filter { $0.policy.sp.word != nil }.map(\.policy.p.word))
    return all.filter { $0.policy.sp.word != nil || !full.contains($0.policy.p.word) }
  }
}
