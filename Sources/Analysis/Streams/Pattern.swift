import DMARC

/// How mail of one sender lies over days and networks.
struct Pattern {
  /// Messages by day, in order of days.
  private(set) var daily: [(day: Day, messages: MessageCount)] = []
  /// The days of each network, in order of days.
  private(set) var networks: [(network: Int, days: [Day])] = []
  private(set) var isSigned = true

  init(_ traces: some Sequence<Trace>) {
    let traces = traces.filter { $0.messages > 0 }
    isSigned = !traces.contains { !$0.isSigned }
    for trace in traces.sorted(by: { $0.day < $1.day }) { add(trace.messages, on: trace.day) }
    let seen = traces.sorted { ($0.network, $0.day) < ($1.network, $1.day) }
    for trace in seen { add(trace.network, on: trace.day) }
  }

  private mutating func add(_ messages: MessageCount, on day: Day) {
    if daily.last?.day == day {
      daily[daily.count - 1].messages += messages
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

  /// Days of the networks that come back, the most regular ones first, `most` of them.
  func recurringDays(times: Int, most: Int, of all: [Network]) -> [Day] {
    var recurring = networks.filter { $0.days.count >= times }
    if recurring.count > most {
      recurring.sort {
        $0.days.count == $1.days.count
          ? all[$0.network].text < all[$1.network].text : $0.days.count > $1.days.count
      }
    }
    return recurring.prefix(most).reduce(into: Set<Day>()) { $0.formUnion($1.days) }.sorted()
  }

  /// How many separate occasions the days make, with `idle` days between them.
  static func occasions(_ days: [Day], idle: Int) -> Int {
    guard !days.isEmpty else { return 0 }
    return 1 + zip(days, days.dropFirst()).filter { $1.number - $0.number > idle }.count
  }

  /// The middle one of the daily volumes; the lower middle of an even number.
  var medianDay: MessageCount {
    let volumes = daily.map(\.messages).sorted()
    return volumes.isEmpty ? 0 : volumes[(volumes.count - 1) / 2]
  }

  var busiestDay: MessageCount { daily.map(\.messages).max() ?? 0 }

  /// Messages without the days that are bursts.
  func messages(notAbove limit: MessageCount) -> MessageCount {
    daily.map(\.messages).filter { $0 <= limit }.total()
  }
}
