import DMARC

/// Judges mail that authenticated as nobody and may all the same come from a machine of ours.
///
/// What such mail says of itself proves nothing. An address that comes back, or goes on, may be a
/// forgotten server or one bot of many: reports do not tell, so the owner is asked. What comes
/// once from many places is a wave.
struct ClaimJudge {
  let thresholds: BehaviourThresholds
  /// The newest day on which mail of the domain was seen.
  let newest: Day
  /// The oldest one in the window.
  let oldest: Day
  /// The weekly rhythm of the domain's passing mail.
  let week: Week
  /// Whether any mail of the domain passes.
  let hasPassing: Bool

  /// The mail of one address that makes a claim.
  struct Member {
    let unit: Int
    let claim: Claim
    /// A number of the domain's networks.
    let network: Int
    let traces: [Trace]
  }

  /// What becomes of each unit.
  func outcomes(_ members: [Member]) -> [(unit: Int, outcome: Outcome)] {
    Claim.allCases.flatMap { claim in
      outcomes(ofClaim: members.filter { $0.claim == claim })
    }
  }

  private func outcomes(ofClaim members: [Member]) -> [(unit: Int, outcome: Outcome)] {
    let places = Set(
      members.filter { $0.traces.contains(where: \.isEstablished) }.map(\.network)
    ).count
    let outcomes = members.map { member in
      Outcome(member.traces) { rule(Pattern($0), member.claim, places: places) }
    }
    let asked = zip(members, outcomes).filter { $0.1.rule.effect == .asked }
    let networks = Set(asked.map(\.0.network)).count
    let messages = asked.map { $0.0.traces.map(\.messages).total() }.total()
    let isWave = !hasPassing && networks >= thresholds.crowdWithoutPassing
    let past = networks > thresholds.runNetworks ? past(of: asked.map(\.0)) : nil
    return zip(members, outcomes).map { member, outcome in
      guard outcome.rule.effect == .asked else { return (member.unit, outcome) }
      if isWave || past?.holds(member, outcome.rule) ?? false {
        return (member.unit, Outcome(.wave(networks: networks)))
      }
      return (member.unit, messages < thresholds.floor ? Outcome(.tooLittle) : outcome)
    }
  }

  /// When a crowd came and went.
  private struct Past {
    let from: Day
    let to: Day

    /// Whether mail belongs to it: it came and went with the others, and not in the domain's week.
    func holds(_ member: Member, _ rule: Rule) -> Bool {
      if case .keepsWeek = rule { return false }
      let days = member.traces.map(\.day)
      guard let first = days.min(), let last = days.max() else { return false }
      return first >= from && last <= to
    }
  }

  /// A crowd that began in the window and ended days ago is over, whoever it was; `nil` where it
  /// goes on, or was there from the start.
  private func past(of members: [Member]) -> Past? {
    let firsts = members.compactMap { $0.traces.map(\.day).min() }.sorted()
    let lasts = members.compactMap { $0.traces.map(\.day).max() }.sorted()
    guard !firsts.isEmpty else { return nil }
    let from = firsts[firsts.count / 10].advanced(by: -thresholds.waveMargin)
    let to = lasts[lasts.count - 1 - lasts.count / 10].advanced(by: thresholds.waveMargin)
    return newest > to && from >= oldest ? Past(from: from, to: to) : nil
  }

  private func rule(_ pattern: Pattern, _ claim: Claim, places: Int) -> Rule {
    let days = pattern.daily.count
    if thresholds.keepsWeek(pattern, of: week) { return .keepsWeek(days: days) }
    if thresholds.comesBack(pattern) { return .comesBack(days: days) }
    if thresholds.goesOn(pattern, newest: newest) { return .goesOn(days: days) }
    guard pattern.messages >= thresholds.floor else { return .tooLittle }
    if Pattern.occasions(pattern.days, idle: thresholds.idleDays) > 1 {
      return .fewRuns(days: days, networks: 1)
    }
    return claim != .name && places <= thresholds.runNetworks
      ? .fewRuns(days: days, networks: places) : .wave(networks: places)
  }
}
