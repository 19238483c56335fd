/// A problem as the store lists it.
public struct StoredProblem: Sendable, Hashable {
  /// `refused` or `conflict`.
  public var kind: String
  /// The file or mail and the part of it.
  public var input: String
  public var reason: String
  public var detail: String
  /// UTC seconds.
  public var firstSeen: Int64
  /// UTC seconds.
  public var lastSeen: Int64
  public var reporter: String?
  public var policyDomain: String?
  public var reportID: String?
}
