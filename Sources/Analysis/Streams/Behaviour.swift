import DMARC

/// Judges by pattern whether failing mail comes from a sender of ours.
struct Behaviour {
  var thresholds = BehaviourThresholds()
  /// The networks that traces lie in.
  let networks: [Network]
  /// Passing messages of the domain on an ordinary day.
  var ordinaryDay: MessageCount = 0
  /// The last day of the window.
  var lastDay: Day?

  /// Why mail authenticated as somebody else weighs; `nil` when it does not.
  ///
  /// On the days in `visited` so many strangers come and go that one more says nothing.
  func service(
    _ traces: [Trace], isKnown: Bool, partnerDays: Set<Day>, visited: Set<Day> = []
  ) -> Habit? {
    views(of: traces).lazy.compactMap {
      serviceHabit(
        Pattern($0), isKnown: isKnown, partnerDays: partnerDays, visited: visited)
    }.first
  }

  /// Why mail of one address that only claims to be ours weighs; `nil` when it does not.
  ///
  /// On the days in `drowned` so many others claim the same that one more says nothing.
  func claim(_ traces: [Trace], drowned: Set<Day>) -> Habit? {
    views(of: traces).lazy.compactMap { claimHabit(Pattern($0), drowned: drowned) }.first
  }

  private func serviceHabit(
    _ pattern: Pattern, isKnown: Bool, partnerDays: Set<Day>, visited: Set<Day>
  ) -> Habit? {
    guard pattern.messages >= thresholds.floor else { return nil }
    let most = isKnown ? Int.max : thresholds.networks
    if isSteady(pattern, most: most) { return .steady(days: pattern.daily.count) }
    if let habit = recurring(pattern, most: most) { return habit }
    if isNewAndEven(pattern) { return .newAndEven(days: pattern.daily.count) }
    if isOnItsRounds(pattern, partnerDays) { return .withAligned }
    return isRare(pattern) && visited.isDisjoint(with: pattern.days) ? .rare : nil
  }

  private func isSteady(_ pattern: Pattern, most: Int) -> Bool {
    let days = pattern.recurringDays(times: 3, most: most, of: networks)
    let calm = pattern.messages(notAbove: calmDay(pattern))
    return days.count >= thresholds.steadyDays && Pattern.span(days) >= thresholds.steadySpan
      && calm >= thresholds.floor
  }

  /// What a day may have before it is a burst.
  func calmDay(_ pattern: Pattern) -> MessageCount {
    max(1, pattern.medianDay) * thresholds.burst
  }

  /// A payroll run, a weekly letter: it comes, pauses, and comes again from the same place.
  private func recurring(_ pattern: Pattern, most: Int) -> Habit? {
    let days = pattern.recurringDays(times: 2, most: most, of: networks)
    let occasions = Pattern.occasions(days, idle: thresholds.idleDays)
    if occasions >= 3 { return .occasions(occasions) }
    return occasions == 2 && comesBack(pattern) && pattern.busiestDay <= thresholds.occasionVolume
      ? .occasions(2) : nil
  }

  /// Most of the few places it comes from are there more than once.
  private func comesBack(_ pattern: Pattern) -> Bool {
    let recurring = pattern.networks.filter { $0.days.count >= 2 }.count
    return pattern.networks.count <= thresholds.occasionNetworks
      && recurring * 2 >= pattern.networks.count
  }

  /// A sender that began in the window and has mailed evenly since.
  private func isNewAndEven(_ pattern: Pattern) -> Bool {
    let days = pattern.days
    guard let lastDay, let last = days.last, lastDay.number - last.number <= 3 else {
      return false
    }
    return days.count >= thresholds.newDays && Pattern.span(days) >= thresholds.newDays + 2
      && pattern.networks.count <= thresholds.compactNetworks && pattern.isSigned
      && pattern.busiestDay / 4 <= pattern.medianDay
      && pattern.busiestDay <= max(thresholds.rareDaily, ordinaryDay / 5)
  }

  /// A service that seldom mails for us and fails only when it does.
  private func isOnItsRounds(_ pattern: Pattern, _ partnerDays: Set<Day>) -> Bool {
    !partnerDays.isEmpty && partnerDays.count <= thresholds.steadyDays
      && pattern.days.allSatisfy(partnerDays.contains)
  }

  /// Little mail, from one place, signed by a service: a payroll run, not a wave.
  private func isRare(_ pattern: Pattern) -> Bool {
    pattern.isSigned && pattern.networks.count <= thresholds.compactNetworks
      && pattern.busiestDay <= thresholds.rareDaily && pattern.messages <= thresholds.rareTotal
  }

  private func claimHabit(_ pattern: Pattern, drowned: Set<Day>) -> Habit? {
    let days = pattern.days
    guard pattern.messages >= thresholds.floor else { return nil }
    if days.count >= thresholds.claimDays, Pattern.span(days) >= thresholds.claimSpan,
      pattern.messages(notAbove: calmDay(pattern)) >= thresholds.floor
    {
      return .steady(days: days.count)
    }
    let occasions = Pattern.occasions(days, idle: thresholds.idleDays)
    return occasions >= 2 && pattern.busiestDay <= thresholds.claimOccasionVolume
      && isOwnRhythm(pattern, drowned) ? .occasions(occasions) : nil
  }

  /// Separate occasions count on days of their own, or when they are alike in size.
  private func isOwnRhythm(_ pattern: Pattern, _ drowned: Set<Day>) -> Bool {
    let clear = pattern.days.filter { !drowned.contains($0) }
    if Pattern.occasions(clear, idle: thresholds.idleDays) >= 2 { return true }
    let least = pattern.daily.map(\.messages).min() ?? 0
    return !clear.isEmpty && pattern.busiestDay <= least + least / 2
  }

  /// The mail as all reporters show it, as the established ones do, and as all but one of the
  /// others do: no reporter that is not established can hide a pattern by adding to it.
  private func views(of traces: [Trace]) -> [[Trace]] {
    var volumes: [Int: MessageCount] = [:]
    for trace in traces where !trace.isEstablished {
      volumes[trace.reporter, default: 0] += trace.messages
    }
    guard !volumes.isEmpty else { return [traces] }
    let largest = volumes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(16)
    return [traces, traces.filter(\.isEstablished)]
      + largest.map { left in traces.filter { $0.reporter != left.key } }
  }
}

/// The pattern by which failing mail was taken for a sender of ours.
public enum Habit: Hashable, Sendable {
  /// On so many days, over weeks, from places that come back.
  case steady(days: Int)
  /// On so many occasions with pauses between them.
  case occasions(Int)
  /// Began in the window, and evenly on so many days since.
  case newAndEven(days: Int)
  /// On days on which the same sender's aligned mail goes out.
  case withAligned
  /// Little mail from one place, signed by a service.
  case rare
}
