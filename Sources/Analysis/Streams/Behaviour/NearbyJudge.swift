/// Judges failing mail from beside servers of ours.
struct NearbyJudge {
  let thresholds: BehaviourThresholds

  /// A machine there is ours once it has been there for a while; one that came once is asked about.
  func rule(_ traces: [Trace]) -> Rule {
    let pattern = Pattern(traces)
    let days = pattern.daily.count
    guard pattern.messages >= thresholds.floor else { return .tooLittle }
    if days >= thresholds.nearbyDays, Pattern.span(pattern.days) >= thresholds.nearbySpan {
      return .besideServers(days: days)
    }
    return days > 1 || pattern.messages >= thresholds.nearbyRun
      ? .fewRuns(days: days, networks: 1) : .tooLittle
  }
}
