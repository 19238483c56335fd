import ReportStore

/// The rows of some traffic that are wanted, in order.
struct SummaryRows {
  let rows: [SummaryRow]
  /// How many there are without the limit.
  let count: Int
  /// Over all the traffic, whatever rows are wanted.
  let totals: TrafficTotals

  /// Adds traffic up in groups that hold nothing yet.
  init(
    _ traffic: [ArraySlice<TrafficFact>], in empty: SummaryGroups<some SenderNaming>,
    options: SummaryOptions
  ) {
    var groups = empty
    groups.add(traffic)
    totals = groups.totals
    let all = groups.rows
    let wanted = all.indices.filter { !options.failingOnly || all[$0].totals.failed > 0 }
    count = wanted.count
    let order = options.order ?? groups.grouping.usualOrder
    let sorter = SummarySorter(names: groups.names, order: order)
    rows = groups.withEvidence(sorter.first(options.limit, of: wanted, in: all), of: traffic)
  }
}

extension SummaryGrouping {
  fileprivate var usualOrder: SummaryOrder { self == .day ? .name : .messages }
}
