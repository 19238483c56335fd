/// What a report's mail shows of its reporter.
public struct Standing: Hashable, Sendable {
  /// Whether the mail is known to be the reporter's.
  public var trust: Trust
  /// Whether that holds for the reporter's name, and not only for the address he gives.
  public var provesName: Bool

  /// A standing of its parts.
  public init(trust: Trust, provesName: Bool) {
    self.trust = trust
    self.provesName = provesName
  }
}
