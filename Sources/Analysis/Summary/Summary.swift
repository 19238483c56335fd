public import Facts

/// The traffic of a window, by what was asked for.
public struct Summary: Sendable {
  /// What a row is about.
  public let grouping: SummaryGrouping
  /// What stands above the rows.
  public let head: SummaryHead
  /// The rows asked for, in order.
  public let rows: [SummaryRow]
  /// How many rows there are without the limit.
  public let rowCount: Int
  /// Over the whole window, whatever rows are shown.
  public let totals: TrafficTotals

  /// Sums up the facts of a window.
  ///
  /// - Parameters:
  ///   - facts: The window. For `sender` it must name evidence, for order by name of sources it
  ///     must name sources; otherwise the outline is enough.
  ///   - grouping: What a row is about.
  ///   - options: Which rows are wanted, and in what order.
  public init(
    of facts: WindowFacts, by grouping: SummaryGrouping, options: SummaryOptions = .init()
  ) {
    self.grouping = grouping
    head = SummaryHead(facts)
    let found = SummaryRows(
      [facts.traffic[...]],
      in: SummaryGroups(facts.names, grouping: grouping),
      options: options)
    rows = found.rows
    rowCount = found.count
    totals = found.totals
  }

  /// The evidence that the rows shown refer to: what must be named before they are printed.
  public var evidence: Set<Int> { Set(rows.flatMap(\.evidence)) }

  /// The sources that the rows shown refer to.
  public var sources: Set<Int> {
    Set(rows.compactMap { if case .source(let id) = $0.key { id } else { nil } })
  }
}
