import DMARC
import ReportStore

/// Puts rows in an order that is the same for every run.
struct SummarySorter {
  private typealias Ranked = (position: Int, rank: Int64)

  let names: Names
  let order: SummaryOrder

  /// The positions of the rows that come first, in order; the rows are large and stay where they are.
  func first(_ limit: Int?, of positions: [Int], in rows: [SummaryRow]) -> [Int] {
    positions.lazy.map { position -> Ranked in (position, rank(rows[position])) }
      .sorted(first: limit ?? positions.count) { precedes($0, $1, rows) }
      .map(\.position)
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
