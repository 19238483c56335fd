public import DMARC
public import Facts

/// A policy of a domain, and when reports showed it.
///
/// Reporters differ in which tags they repeat, so only `p` and `sp` tell policies apart.
public struct PolicySpan: Hashable, Sendable {
  /// The policy, as most reports showed it last.
  public let policy: PolicyPublished
  /// The first UTC day on which a report showed it.
  public let firstDay: Day
  /// The last UTC day on which a report showed it.
  public let lastDay: Day
  /// How many reports showed it.
  public let reports: Int

  /// The policies of a domain by when they were seen last, the newest at the end.
  public static func all(_ sightings: [PolicySighting]) -> [PolicySpan] {
    let spans = Dictionary(grouping: PolicyRequest.complete(sightings)) { PolicyRequest($0.policy) }
    return spans.compactMap { request, sightings in
      PolicySpan(sightings).map { (request.text, $0) }
    }.sorted { left, right in
      // Policies seen on the very same days: that of most reports is the one.
      let (a, b) = (left.1, right.1)
      return (a.lastDay, a.firstDay, a.reports, left.0) < (
        b.lastDay, b.firstDay, b.reports, right.0
      )
    }.map(\.1)
  }

  private init?(_ sightings: [PolicySighting]) {
    let newest = sightings.max { ($0.lastDay, $0.reports) < ($1.lastDay, $1.reports) }
    guard let newest, let first = sightings.map(\.firstDay).min() else { return nil }
    policy = newest.policy
    firstDay = first
    lastDay = newest.lastDay
    reports = sightings.map(\.reports).reduce(0, +)
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
