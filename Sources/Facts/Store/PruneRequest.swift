public import DMARC

/// What is to be deleted.
public struct PruneRequest: Hashable, Sendable {
  /// Reports that count on an earlier UTC day; all days where there is none.
  public var before: Day?
  /// Reports about these policy domains and their subdomains, normalized; all domains where there are
  /// none.
  public var domains: [String]
  /// Whether only single records go and summaries stay as they are; only where `domains` is empty.
  public var keepRollups: Bool
  /// Whether it is only counted what would go.
  public var isDryRun: Bool

  /// A request of its parts.
  public init(
    before: Day?, domains: [String] = [], keepRollups: Bool = false, isDryRun: Bool = false
  ) {
    self.before = before
    self.domains = domains
    self.keepRollups = keepRollups
    self.isDryRun = isDryRun
  }
}
