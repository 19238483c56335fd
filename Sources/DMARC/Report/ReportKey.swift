/// What makes a report the same report: it counts once under this key.
///
/// Reporters reuse ids for other periods, and different reporters use the same ids, so the id
/// alone is not enough.
public struct ReportKey: Hashable, Sendable {
  /// The reporter's name.
  public let reporter: String
  /// The domain at which the policy was found.
  public let policyDomain: String
  /// The report id, as sent.
  public let reportID: String
  /// UTC seconds.
  public let begin: Int64
  /// UTC seconds.
  public let end: Int64

  /// A key of its five parts.
  public init(reporter: String, policyDomain: String, reportID: String, begin: Int64, end: Int64) {
    self.reporter = reporter
    self.policyDomain = policyDomain
    self.reportID = reportID
    self.begin = begin
    self.end = end
  }
}
