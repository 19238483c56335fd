import DMARC

/// Judges failing mail that authenticated as somebody else, by organization.
struct ServiceJudge {
  let thresholds: BehaviourThresholds
  /// The newest day on which mail of the domain was seen.
  let newest: Day
  /// The weekly rhythm of the domain's passing mail.
  let week: Week

  /// What is known of an organization beside its failing mail.
  struct Party {
    /// Whether it is a service that is known to send for others, or to keep mailboxes.
    var isKnown = false
    /// Whether it is the customer of a platform whose name is made from the domain's.
    var isNamedAlike = false
    /// Whether it is the customer of a platform, so that the platform's name says nothing.
    var isCustomer = false
    /// Whether its mail carries a failing signature of the domain.
    var hasOurKey = false
    /// Unrelated organizations that most of its mail shares addresses with.
    var neighbours = 1
    /// Days on which mail of the domain came through it and passed, in order.
    var passingDays: [Day] = []
    /// The networks that mail came from.
    var passingNetworks: Set<Int> = []
  }

  /// What becomes of an organization's failing mail.
  func outcome(_ traces: [Trace], _ party: Party) -> Outcome {
    if let rule = passedBefore(traces, party) { return Outcome(rule) }
    return Outcome(traces) { rule(Pattern($0), party) }
  }

  private func rule(_ pattern: Pattern, _ party: Party) -> Rule {
    guard pattern.messages >= thresholds.floor else { return .tooLittle }
    if party.isNamedAlike { return .namedAlike }
    if party.isKnown, party.hasOurKey, pattern.daily.count > 1 {
      return .steady(days: pattern.daily.count)
    }
    if isOnItsRounds(pattern, party) { return .withAligned }
    if party.neighbours >= thresholds.rotating {
      return .rotating(organizations: party.neighbours)
    }
    if thresholds.isScattered(pattern) { return .scattered(networks: pattern.networks.count) }
    if thresholds.keepsWeek(pattern, of: week) { return .keepsWeek(days: pattern.daily.count) }
    if thresholds.comesBack(pattern) { return .comesBack(days: pattern.daily.count) }
    if thresholds.goesOn(pattern, newest: newest) { return .goesOn(days: pattern.daily.count) }
    return .fewRuns(days: pattern.daily.count, networks: pattern.networks.count)
  }

  /// A service that seldom mails for us and fails only when it does.
  private func isOnItsRounds(_ pattern: Pattern, _ party: Party) -> Bool {
    !party.passingDays.isEmpty && party.passingDays.count <= thresholds.roundDays
      && pattern.days.allSatisfy(party.passingDays.contains)
  }

  /// Mail of the same networks passed until a day and has failed since, at least since the day
  /// on which the sender was due again.
  private func passedBefore(_ traces: [Trace], _ party: Party) -> Rule? {
    let days = party.passingDays
    guard let last = days.last, days.count >= thresholds.partnerDays else { return nil }
    let pause = zip(days, days.dropFirst()).map { $1.number - $0.number }.max() ?? 1
    let after = traces.filter {
      $0.day > last && $0.isEstablished && party.passingNetworks.contains($0.network)
    }
    guard let since = after.map(\.day).min(), let until = after.map(\.day).max(),
      until.number - last.number >= pause, after.map(\.messages).total() >= thresholds.floor
    else { return nil }
    return .passedBefore(until: last, since: since)
  }
}
