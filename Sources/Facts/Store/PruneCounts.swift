/// What a prune took away.
public struct PruneCounts: Hashable, Sendable {
  /// Reports deleted; none when roll-ups are kept.
  public var reports = 0
  /// Records deleted.
  public var records = 0
  /// Names, addresses and results that nothing refers to any more.
  public var names = 0

  /// Nothing yet.
  public init() {}
}
