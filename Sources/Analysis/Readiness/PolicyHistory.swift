import DMARC
import Facts

/// Reads the policy in force, and how long it has been, from the reports of the window.
///
/// Only what established reporters saw counts: a report of a stranger can neither make a rung
/// older than it is nor pretend that another policy is published.
struct PolicyHistory {
  let reports: [ReportFact]
  let window: ClosedRange<Day>

  /// What most reports of the newest day show, tag by tag.
  var inForce: PolicyInForce {
    guard let newest = reports.map(\.day).max() else { return PolicyInForce() }
    let seen = reports.filter { $0.day == newest }.map(\.policy)
    var policy = PolicyInForce()
    policy.p = Self.most(seen.map { $0.p.word ?? .none }) ?? .none
    let same = seen.filter { ($0.p.word ?? .none) == policy.p }
    policy.sp = Self.most(same.compactMap(\.sp.word))
    policy.np = Self.most(same.compactMap(\.np.word))
    policy.adkim = Self.most(same.map(\.dkimMode)) ?? .relaxed
    policy.aspf = Self.most(same.map(\.spfMode)) ?? .relaxed
    policy.testing = Self.most(same.compactMap(\.testing).map { $0.lowercased() }) == "y"
    policy.pct = Self.most(same.compactMap(\.pct).compactMap(Self.percentage)) ?? 100
    return policy
  }

  /// Days on which nothing but this rung was seen, up to the end of the window.
  func days(at rung: Policy, below: Bool) -> Int {
    guard let first = reports.map(\.day).min() else { return 0 }
    let others = reports.filter { report in
      let seen = Self.policy(of: report)
      return (below ? seen.subdomainRung : seen.rung) != rung
    }
    let since = others.map(\.day).max().map { $0.advanced(by: 1) } ?? first
    return max(0, window.upperBound.number - since.number + 1)
  }

  static func policy(of report: ReportFact) -> PolicyInForce {
    var policy = PolicyInForce()
    policy.p = report.policy.p.word ?? .none
    policy.sp = report.policy.sp.word
    policy.testing = report.policy.testing?.lowercased() == "y"
    policy.pct = report.policy.pct.flatMap(percentage) ?? 100
    return policy
  }

  private static func percentage(_ text: String) -> Int? {
    Int(text).map { min(max($0, 0), 100) }
  }

  /// The commonest value; of several the one whose text comes first.
  private static func most<Value: Hashable>(_ values: [Value]) -> Value? {
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.min { left, right in
      (right.value, "\(left.key)") < (left.value, "\(right.key)")
    }?.key
  }
}
