import DMARC
import Facts

/// The rows of some traffic that are wanted, in order.
struct SummaryRows {
  let rows: [SummaryRow]
  /// How many there are without the limit.
  let count: Int
  /// Over all the traffic, whatever rows are wanted.
  let totals: TrafficTotals

  /// Adds traffic up in groups that hold nothing yet.
  init(
    _ traffic: [ArraySlice<TrafficFact>], in empty: SummaryGroups, options: SummaryOptions
  ) {
    var found = empty
    found.add(traffic)
    totals = found.totals
    let wanted = found.groups.indices.filter {
      !options.failingOnly || found.groups[$0].totals.failed > 0
    }
    count = wanted.count
    let sorter = SummarySorter(
      groups: found, order: options.order ?? found.keys.grouping.usualOrder)
    rows = found.rows(sorter.first(options.limit, of: wanted), of: traffic)
  }
}

extension SummaryGrouping {
  fileprivate var usualOrder: SummaryOrder { self == .day || self == .month ? .name : .messages }
}
