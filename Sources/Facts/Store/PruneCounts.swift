/// What a prune took away.
public struct PruneCounts: Hashable, Sendable {
  /// Reports deleted; none when roll-ups are kept.
  public var reports = 0
  /// Records deleted.
  public var records = 0
  /// TLS reports deleted.
  public var tlsReports = 0
  /// Reports about single mails deleted.
  public var failureReports = 0
  /// Names, addresses and results that nothing refers to any more.
  public var names = 0

  /// Nothing yet.
  public init() {}
}
