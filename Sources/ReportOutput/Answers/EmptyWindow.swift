internal import DMARC
public import Facts

/// What is said where a window has nothing to show.
public struct EmptyWindow: Sendable {
  private let facts: WindowFacts
  private let filter: WindowFilter

  /// For the facts that a filter found.
  public init(_ facts: WindowFacts, _ filter: WindowFilter) {
    self.facts = facts
    self.filter = filter
  }

  /// A sentence or two.
  package var text: String {
    if let newest = facts.newestDay {
      return filter.verifiedOnly
        ? "No mail of a verified report in this window."
        : "No mail in this window. The newest report is of \(newest.text): "
          + "--until latest ends the window there."
    }
    guard !filter.domains.isEmpty else {
      return "No report is stored yet. `dmarc-report import PATH` reads a mailbox."
    }
    return "No report about \(filter.domains.joined(separator: " or ")) is stored. "
      + "`dmarc-report summary --by domain` names the domains there are reports about."
  }
}
