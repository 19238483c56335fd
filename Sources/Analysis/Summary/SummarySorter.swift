import DMARC
import ReportStore

/// Puts rows in an order that is the same for every run.
struct SummarySorter {
  let names: Names
  let order: SummaryOrder

  func sorted(_ rows: [SummaryRow]) -> [SummaryRow] {
    rows.sorted { a, b in
      switch order {
      case .messages where a.totals.messages != b.totals.messages:
        a.totals.messages > b.totals.messages
      case .failing where a.totals.failed != b.totals.failed: a.totals.failed > b.totals.failed
      case .recent where a.lastDay != b.lastDay: a.lastDay > b.lastDay
      default: precedes(a.key, b.key)
      }
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
