import DMARC

/// How mail of one sender lies over days and networks.
struct Pattern {
  /// Messages by day, in order of days.
  private(set) var daily: [(day: Day, messages: MessageCount)] = []
  /// The days of each network, in order of days.
  private(set) var networks: [(network: Int, days: [Day])] = []

  init(_ traces: some Sequence<Trace>) {
    let traces = traces.filter { $0.messages > 0 }
    for trace in traces.sorted(by: { $0.day < $1.day }) { add(trace.messages, on: trace.day) }
    let seen = traces.sorted { ($0.network, $0.day) < ($1.network, $1.day) }
    for trace in seen { add(trace.network, on: trace.day) }
  }

  private mutating func add(_ messages: MessageCount, on day: Day) {
    if daily.last?.day == day {
      daily[daily.count - 1].messages = daily[daily.count - 1].messages + messages
    } else {
      daily.append((day, messages))
    }
  }

  private mutating func add(_ network: Int, on day: Day) {
    if networks.last?.network != network { networks.append((network, [])) }
    let last = networks.count - 1
    if networks[last].days.last != day { networks[last].days.append(day) }
  }

  var messages: MessageCount { daily.map(\.messages).total() }
  var days: [Day] { daily.map(\.day) }

  /// Days from the first to the last, both included.
  static func span(_ days: [Day]) -> Int {
    guard let first = days.first, let last = days.last else { return 0 }
    return last.number - first.number + 1
  }

  /// How many separate occasions the days make, with `idle` days between them.
  static func occasions(_ days: [Day], idle: Int) -> Int {
    guard !days.isEmpty else { return 0 }
    return 1 + zip(days, days.dropFirst()).filter { $1.number - $0.number > idle }.count
  }
}

extension BehaviourThresholds {
  /// Whether a sender has come back.
  func comesBack(_ pattern: Pattern) -> Bool {
    pattern.daily.count >= backDays && Pattern.span(pattern.days) >= backSpan
  }

  /// Whether a sender began lately and goes on up to the newest day: from some day on it was there
  /// on most days.
  func goesOn(_ pattern: Pattern, newest: Day) -> Bool {
    let days = pattern.days
    guard let last = days.last, newest.number - last.number <= youngEnd else { return false }
    return days.indices.dropLast(youngDays - 1).contains { start in
      let since = newest.number - days[start].number + 1
      return Double(days.count - start) >= youngShare * Double(since)
    }
  }

  /// Whether a sender comes from many networks and next to nothing from those that came back.
  func isScattered(_ pattern: Pattern) -> Bool {
    let back = pattern.networks.filter { $0.days.count > 1 }.count
    let count = pattern.networks.count
    if count >= sparseNetworks, pattern.messages < sparseMessages * count {
      return back * 2 <= count
    }
    return count > scatteredNetworks && back * 3 < count
  }

  /// Whether a sender rests on weekends as the domain does, which a machine of strangers does not.
  func keepsWeek(_ pattern: Pattern, of domain: Week) -> Bool {
    let week = Week(pattern.daily)
    return domain.part < rhythm && domain.restsBy >= weekDistance
      && pattern.daily.count >= weekDays && week.restsBy >= weekDistance
      && week.part < rhythm + 0.1
  }
}
