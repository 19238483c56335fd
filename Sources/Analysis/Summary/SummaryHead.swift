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

  private static func latest(_ domain: String, _ all: [PolicySighting]) -> SeenPolicy? {
    let spans = PolicySpan.all(all)
    guard let current = spans.last else { return nil }
    // What some reporters show all the while beside the others was never there before.
    let previous = spans.dropLast().last {
      $0.firstDay < current.firstDay && $0.lastDay < current.lastDay
    }
    return SeenPolicy(
      domain: domain, policy: current.policy, since: current.firstDay, previous: previous?.policy)
  }
}
