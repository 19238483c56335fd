/// A problem as the store lists it.
public struct StoredProblem: Sendable, Hashable {
  /// `refused` or `conflict`.
  public var kind: String
  /// The file or mail and the part of it.
  public var input: String
  /// A word that stays the same, as `truncated`.
  public var reason: String
  /// What was printed.
  public var detail: String
  /// UTC seconds.
  public var firstSeen: Int64
  /// UTC seconds.
  public var lastSeen: Int64
  /// Of a conflict: the reporter.
  public var reporter: String?
  /// Of a conflict: the policy domain.
  public var policyDomain: String?
  /// Of a conflict: the report's id.
  public var reportID: String?
}
