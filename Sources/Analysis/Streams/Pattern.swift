import DMARC

/// How mail of one sender lies over days and networks.
struct Pattern {
  /// Messages by day.
  private(set) var daily: [Day: Int64] = [:]
  private(set) var networks: [Network: Set<Day>] = [:]
  private(set) var isSigned = true

  init(_ traces: some Sequence<Trace>) {
    for trace in traces where trace.messages > 0 {
      daily[trace.day] = daily[trace.day, default: 0].adding(trace.messages)
      networks[.neighbourhood(of: trace.address), default: []].insert(trace.day)
      if !trace.isSigned { isSigned = false }
    }
  }

  var messages: Int64 { daily.values.total() }
  var days: [Day] { daily.keys.sorted() }

  /// Days from the first to the last, both included.
  static func span(_ days: [Day]) -> Int {
    guard let first = days.first, let last = days.last else { return 0 }
    return last.number - first.number + 1
  }

  /// Days of the networks that come back, the most regular ones first, `most` of them.
  func recurringDays(times: Int, most: Int) -> [Day] {
    let recurring = networks.filter { $0.value.count >= times }
      .sorted { ($1.value.count, $0.key.text) < ($0.value.count, $1.key.text) }
    return recurring.prefix(most).reduce(into: Set<Day>()) { $0.formUnion($1.value) }.sorted()
  }

  /// How many separate occasions the days make, with `idle` days between them.
  static func occasions(_ days: [Day], idle: Int) -> Int {
    guard !days.isEmpty else { return 0 }
    return 1 + zip(days, days.dropFirst()).filter { $1.number - $0.number > idle }.count
  }

  /// The middle one of the daily volumes; the lower middle of an even number.
  var medianDay: Int64 {
    let volumes = daily.values.sorted()
    return volumes.isEmpty ? 0 : volumes[(volumes.count - 1) / 2]
  }

  var busiestDay: Int64 { daily.values.max() ?? 0 }

  /// Messages without the days that are bursts.
  func messages(notAbove limit: Int64) -> Int64 {
    daily.values.filter { $0 <= limit }.total()
  }
}
