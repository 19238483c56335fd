import DMARC
import Facts

/// Puts groups in an order that is the same for every run.
struct SummarySorter {
  private struct Ranked {
    let position: Int
    let rank: Int64
  }

  let groups: SummaryGroups
  let order: SummaryOrder

  /// The positions of the groups that come first, in order; they are large and stay where they are.
  func first(_ limit: Int?, of positions: [Int]) -> [Int] {
    let ranked = positions.map { Ranked(position: $0, rank: rank(groups.groups[$0])) }
    return ranked.sorted(first: limit ?? positions.count, by: precedes).map(\.position)
  }

  private func precedes(_ a: Ranked, _ b: Ranked) -> Bool {
    guard a.rank == b.rank else { return a.rank > b.rank }
    return precedes(groups.key(a.position), groups.key(b.position))
  }

  /// What comes first has the highest.
  private func rank(_ group: GroupTotals) -> Int64 {
    switch order {
    case .messages: group.totals.messages.number
    case .failing: group.totals.failed.number
    case .recent: Int64(group.lastDay.number)
    case .new: Int64(group.firstDay.number)
    case .name: 0
    }
  }

  private func precedes(_ a: SummaryRow.Key, _ b: SummaryRow.Key) -> Bool {
    switch (a, b) {
    case (.source(let a), .source(let b)):
      if let first = groups.keys.names.sources[a], let second = groups.keys.names.sources[b] {
        return first < second
      }
      return a < b
    case (.domain(let a), .domain(let b)):
      return (groups.keys.names.domains[a] ?? "") < (groups.keys.names.domains[b] ?? "")
    case (.reporter(let a), .reporter(let b)):
      return (groups.keys.names.reporters[a] ?? "") < (groups.keys.names.reporters[b] ?? "")
    case (.day(let a), .day(let b)): return a < b
    case (.label(let a), .label(let b)): return a < b
    default: return false
    }
  }
}
