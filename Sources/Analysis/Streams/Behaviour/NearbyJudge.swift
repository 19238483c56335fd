/// Judges failing mail from beside servers of ours.
struct NearbyJudge {
  let thresholds: BehaviourThresholds

  /// A machine there is ours once it has been there for a while.
  ///
  /// One that came once is asked about, and so are many: then the network is a cloud's, and what
  /// comes once from there is a wave.
  func rule(_ traces: [Trace], strangers: Int) -> Rule {
    let pattern = Pattern(traces)
    let days = pattern.daily.count
    guard pattern.messages >= thresholds.floor else { return .tooLittle }
    if strangers >= thresholds.strangersNearby {
      return days > 1 ? .comesBack(days: days) : .wave(networks: 1)
    }
    if days >= thresholds.nearbyDays, Pattern.span(pattern.days) >= thresholds.nearbySpan {
      return .besideServers(days: days)
    }
    return days > 1 || pattern.messages >= thresholds.nearbyRun
      ? .fewRuns(days: days, networks: 1) : .tooLittle
  }
}
