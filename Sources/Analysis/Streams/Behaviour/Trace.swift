import DMARC

/// Messages of one unit from one neighbourhood on one day as one reporter saw them.
struct Trace {
  let day: Day
  /// A number of the domain's networks.
  let network: Int
  let reporter: Int
  let isEstablished: Bool
  let messages: MessageCount
}

extension [Trace] {
  /// The mail as established reporters show it, as all do, and as all but one of the others do: no
  /// reporter that is not established can hide a pattern by adding to it.
  var views: [[Trace]] {
    var volumes: [Int: MessageCount] = [:]
    for trace in self where !trace.isEstablished {
      volumes[trace.reporter, default: 0] += trace.messages
    }
    guard !volumes.isEmpty else { return [self] }
    let largest = volumes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(16)
    return [filter(\.isEstablished), self]
      + largest.map { left in filter { $0.reporter != left.key } }
  }
}
