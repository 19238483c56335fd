import Analysis
import DMARC
import Facts

extension SummaryHead {
  var windowJSON: JSONValue {
    .object([
      "from": .string(window.lowerBound.text),
      "to": .string(window.upperBound.text),
      "days": .integer(Int64(window.count)),
      "days_with_reports": .integer(Int64(daysWithReports)),
      "missing_days": .array(missingDays.map { .string($0.text) }),
    ])
  }

  /// The lines above the rows.
  func facts(_ totals: TrafficTotals) -> [Fact] {
    [
      Fact("Window", .text(windowText)),
      Fact("Missing days", .text(missingText)),
      Fact("Reports", .text(reportersText)),
    ] + trustFact + [
      Fact("Messages", .text(totals.sentence))
    ] + policyFacts
  }

  /// A line for each policy, or one for all where there are many: rows are what was asked for.
  private var policyFacts: [Fact] {
    guard policies.count > Self.mostPolicies else {
      return policies.map { Fact("Policy", .text($0.sentence)) }
    }
    let counts = Dictionary(grouping: policies) { $0.policy.p.word?.rawValue ?? "not sent" }
      .map { (p: $0, domains: $1.count) }
      .sorted { ($1.domains, $0.p) < ($0.domains, $1.p) }
      .map { "p=\($0.p) \(Human.count(Int64($0.domains)))" }
    return [
      Fact(
        "Policies",
        .text(
          "\(counts.joined(separator: ", ")); `dmarc-report overview` has a row for each domain"))
    ]
  }

  private static let mostPolicies = 8

  private var windowText: String {
    "\(window.lowerBound.text) to \(window.upperBound.text), "
      + "\(daysWithReports) of \(window.count) days with reports"
  }

  private var missingText: String {
    missingDays.isEmpty ? "none" : DayRanges.text(missingDays)
  }

  private var reportersText: String {
    let named = reporters.prefix(6).joined(separator: ", ")
    let rest = reporters.count > 6 ? " and \(reporters.count - 6) more" : ""
    return "\(Human.count(Int64(reports))) from "
      + "\(Human.counted(Int64(reporters.count), "reporter"))"
      + (reporters.isEmpty ? "" : ": \(named)\(rest)")
  }

  /// How far the reports are trusted, where anything was found out about it.
  private var trustFact: [Fact] {
    guard trust[.verified, default: 0] + trust[.contradicted, default: 0] > 0 else { return [] }
    let counts = Trust.allCases.compactMap { kind in
      trust[kind].map { "\(Human.count(Int64($0))) \(kind.rawValue)" }
    }
    return [Fact("Trust", .text(counts.joined(separator: ", ")))]
  }

  var trustJSON: JSONValue {
    .object(
      Trust.allCases.map { JSONMember($0.rawValue, .integer(Int64(trust[$0, default: 0]))) })
  }
}

extension TrafficTotals {
  /// The totals in a sentence.
  var sentence: String {
    guard let share = passed.share(of: messages) else { return "0" }
    let first = "\(Human.count(messages)), \(Human.share(share)) pass DMARC"
    return differing == 0
      ? first
      : first + "; for \(Human.count(differing)) the evidence says something else than the receiver"
  }
}

extension SeenPolicy {
  var json: JSONValue {
    .object([
      "domain": .string(domain),
      "p": .string(orNull: policy.p.word?.rawValue ?? policy.p.text),
      "sp": .string(orNull: policy.sp.word?.rawValue ?? policy.sp.text),
      "np": .string(orNull: policy.np.word?.rawValue ?? policy.np.text),
      "adkim": .string(policy.dkimMode.rawValue),
      "aspf": .string(policy.spfMode.rawValue),
      "pct": .string(orNull: policy.pct),
      "testing": .string(orNull: policy.testing),
      "since": .string(since.text),
      "previous_p": .string(orNull: previous?.p.word?.rawValue),
    ])
  }

  /// The policy in a sentence.
  var sentence: String {
    var parts = ["\(domain) p=\(policy.p.shown.isEmpty ? "(not sent)" : policy.p.shown)"]
    if let sp = policy.sp.word, sp != policy.p.word { parts.append("sp=\(sp.rawValue)") }
    if let previous {
      parts.append("since \(since.text), before that p=\(previous.p.shown)")
      if let sp = previous.sp.word, sp != previous.p.word { parts.append("sp=\(sp.rawValue)") }
    } else {
      parts.append("since the first report, \(since.text)")
    }
    return parts.joined(separator: " ")
  }
}
