public import DMARC
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
  ///   - senders: Says who sent, for `sender`.
  public init(
    of facts: WindowFacts, by grouping: SummaryGrouping, options: SummaryOptions = .init(),
    senders: some SenderNaming
  ) {
    self.grouping = grouping
    head = SummaryHead(facts)
    let found = SummaryRows(
      [facts.traffic[...]],
      in: SummaryGroups(facts.names, grouping: grouping, senders: senders),
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

/// Which rows of a summary are wanted, and in what order.
public struct SummaryOptions: Sendable {
  /// Only rows with messages that failed DMARC.
  public var failingOnly = false
  /// The order; `nil` is the usual one of the grouping.
  public var order: SummaryOrder?
  /// How many rows at the most; `nil` is all.
  public var limit: Int?

  /// All rows in the usual order.
  public init() {}
}

/// Says who sent a mail, by its evidence.
public protocol SenderNaming {
  /// The name of the sender of mail from a domain with these authentication results.
  func sender(evidence: Evidence, fromDomain: String) -> String
}
