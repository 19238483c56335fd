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
  /// Whether the operator said that it needs no more attention.
  public var isAcknowledged: Bool

  /// A problem of its parts.
  public init(
    kind: String, input: String, reason: String, detail: String, firstSeen: Int64,
    lastSeen: Int64, reporter: String?, policyDomain: String?, reportID: String?,
    isAcknowledged: Bool = false
  ) {
    self.kind = kind
    self.input = input
    self.reason = reason
    self.detail = detail
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.reporter = reporter
    self.policyDomain = policyDomain
    self.reportID = reportID
    self.isAcknowledged = isAcknowledged
  }
}
