import DMARC

/// Rules by which other programs say that a policy can move, as their code stood.
///
/// Where a rule asks an owner to review senders, no review has taken place.
enum OtherRule: String, CaseIterable, Sendable {
  case lighthouse = "DMARC Lighthouse"
  case yadt = "YADT"
  case zezekim = "zezekim"
  case dmarctool = "dmarctool"
  case geeks = "dmarc-geeks"
  case helliott = "helliott20"

  /// Whether the rule says that the next rung can be taken now.
  func moves(_ view: RuleView) -> Bool {
    guard view.rung != .reject else { return false }
    let toReject = view.rung == .quarantine
    switch self {
    case .lighthouse:
      return view.messages >= 100 && view.daysAtRung >= 14 && view.hasDKIM
        && view.risk <= (toReject ? 0.005 : 0.02)
    case .yadt:
      return view.rate >= 0.98 && view.messages >= 50 && view.sources(failingAtLeast: 50) == 0
        && (!toReject || view.daysAtRung >= 14)
    case .zezekim: return view.rate >= 0.995 && view.sources(failingAtLeast: 101) == 0
    case .dmarctool: return view.rate >= 0.99 && view.messages >= 50 && view.daysAtRung >= 14
    case .geeks:
      return view.rate >= 0.99 && view.messages >= 100 && view.age <= 5
        && view.weekRate >= view.rate - 0.1
    case .helliott:
      return toReject
        ? view.rate >= 0.98 && view.weekRate >= 0.95 && view.daysWithData >= 30
          && view.messages >= 500 && view.failing.isEmpty
        : view.rate >= 0.95 && view.weekRate >= 0.9 && view.daysWithData >= 14
          && view.messages >= 100 && view.failing.count <= 5
    }
  }
}
