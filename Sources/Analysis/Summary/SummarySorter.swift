import DMARC
import ReportStore

/// Puts rows in an order that is the same for every run.
struct SummarySorter {
  let names: Names
  let order: SummaryOrder

  /// The positions of rows in their order; the rows themselves are large and stay where they are.
  func sorted(_ positions: [Int], of rows: [SummaryRow]) -> [Int] {
    let ranks = positions.map { (position: $0, rank: rank(rows[$0])) }
    return ranks.sorted { a, b in
      a.rank != b.rank ? a.rank > b.rank : precedes(rows[a.position].key, rows[b.position].key)
    }.map(\.position)
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
