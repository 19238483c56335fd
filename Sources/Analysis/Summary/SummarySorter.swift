import DMARC
import ReportStore

/// Puts rows in an order that is the same for every run.
struct SummarySorter {
  private typealias Ranked = (position: Int, rank: Int64)

  let names: Names
  let order: SummaryOrder

  /// The positions of the rows that come first, in order; the rows are large and stay where they are.
  ///
  /// Of very many rows few are wanted: what comes after as many as that is not sorted.
  func first(_ limit: Int?, of positions: [Int], of rows: [SummaryRow]) -> [Int] {
    let limit = min(limit ?? positions.count, positions.count)
    guard limit > 0 else { return [] }
    let precedes = { (a: Ranked, b: Ranked) in self.precedes(a, b, rows) }
    var best: [Ranked] = []
    var last: Ranked?
    for position in positions {
      let ranked = (position, rank(rows[position]))
      if let last, !precedes(ranked, last) { continue }
      best.append(ranked)
      guard best.count == limit * 2 else { continue }
      best.sort(by: precedes)
      best.removeLast(limit)
      last = best.last
    }
    best.sort(by: precedes)
    return best.prefix(limit).map(\.position)
  }

  private func precedes(_ a: Ranked, _ b: Ranked, _ rows: [SummaryRow]) -> Bool {
    a.rank != b.rank ? a.rank > b.rank : precedes(rows[a.position].key, rows[b.position].key)
  }

  /// What comes first has the highest.
  private func rank(_ row: SummaryRow) -> Int64 {
    switch order {
    case .messages: row.totals.messages
    case .failing: row.totals.failed
    case .recent: Int64(row.lastDay.number)
    case .name: 0
    }
  }

  private func precedes(_ a: SummaryRow.Key, _ b: SummaryRow.Key) -> Bool {
    switch (a, b) {
    case (.source(let a), .source(let b)):
      if let first = names.sources[a], let second = names.sources[b] { return first < second }
      return a < b
    case (.domain(let a), .domain(let b)):
      return (names.domains[a] ?? "") < (names.domains[b] ?? "")
    case (.reporter(let a), .reporter(let b)):
      return (names.reporters[a] ?? "") < (names.reporters[b] ?? "")
    case (.day(let a), .day(let b)): return a < b
    case (.label(let a), .label(let b)): return a < b
    default: return false
    }
  }
}
