/// The rule that decides about a unit, and whether established reporters alone show as much.
struct Outcome: Equatable {
  var rule: Rule
  var isHeard = true

  init(_ rule: Rule, isHeard: Bool = true) {
    self.rule = rule
    self.isHeard = isHeard
  }

  /// The rule as established reporters show the mail; where that ignores it, the strictest of all
  /// views, which is then not heard of from anybody established.
  init(_ traces: [Trace], rule: ([Trace]) -> Rule) {
    let views = traces.views
    let established = rule(views[0])
    guard established.effect == .ignored else {
      self.init(established)
      return
    }
    let others = views.dropFirst().map(rule)
    let other =
      others.first { $0.effect == .weighs } ?? others.first { $0.effect == .asked }
    self.init(other ?? established, isHeard: other == nil)
  }
}
