import DMARC
import Facts

/// Reads the policy in force, and how long it has been, from the reports of the window.
///
/// Only what established reporters saw counts: a report of a stranger can neither make a rung
/// older than it is nor pretend that another policy is published. What a receiver does not send is
/// unknown: RFC 9990 has no `pct`, and RFC 7489 no `t`.
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
    policy.testing = latest(of: policy.p) { $0.testing.map(Self.isYes) }
    policy.pct = latest(of: policy.p) { $0.pct.flatMap(Self.percentage) }
    return policy
  }

  /// What most reports of the newest day that say it show, back to the last other policy.
  private func latest<Value: Hashable>(
    of p: Policy, _ value: (PolicyPublished) -> Value?
  ) -> Value? {
    let other = reports.filter { ($0.policy.p.word ?? .none) != p }.map(\.day).max()
    let said = reports.compactMap { report -> (day: Day, value: Value)? in
      guard (report.policy.p.word ?? .none) == p, other.map({ report.day >= $0 }) ?? true else {
        return nil
      }
      return value(report.policy).map { (report.day, $0) }
    }
    guard let last = said.map(\.day).max() else { return nil }
    return Self.most(said.filter { $0.day == last }.map(\.value))
  }

  /// Days on which nothing but the rung of a policy was seen, up to the end of the window.
  func days(at policy: PolicyInForce, below: Bool) -> Int {
    guard let first = reports.map(\.day).min() else { return 0 }
    let others = reports.filter { shows(another: policy, $0.policy, below: below) }
    let since = others.map(\.day).max().map { $0.advanced(by: 1) } ?? first
    return max(0, window.upperBound.number - since.number + 1)
  }

  /// Whether a report shows another rung; what it does not say is no difference.
  private func shows(another policy: PolicyInForce, _ seen: PolicyPublished, below: Bool) -> Bool {
    let p = seen.p.word ?? .none
    let asked = below ? seen.sp.word ?? p : p
    let wanted = below ? policy.sp ?? policy.p : policy.p
    let rung = below ? policy.subdomainRung : policy.rung
    let pct = seen.pct.flatMap(Self.percentage)
    let testing = seen.testing.map(Self.isYes)
    if asked == .none || p == .none { return rung != .none }
    if testing == true || (pct ?? 100) < 100 { return asked.oneDown != rung }
    guard asked == wanted else { return asked != rung }
    let isOfOldStandard = pct != nil && testing == nil
    return policy.isHeldBack
      && (isOfOldStandard ? (policy.pct ?? 100) < 100 : testing == false && policy.testing == true)
  }

  private static func isYes(_ text: String) -> Bool { text.lowercased() == "y" }

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
