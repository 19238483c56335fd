/// Everything of a report but its records.
public struct ReportHeader: Hashable, Sendable {
  /// The `version` element as sent; it decides nothing.
  public var version: String?
  /// The namespace of the root element, where it had one; it decides nothing either.
  public var namespace: String?
  /// Who reports, about which period.
  public var metadata: ReportMetadata
  /// The policy the reporter found.
  public var policy: PolicyPublished

  /// A header of the two sections every report must have.
  public init(metadata: ReportMetadata, policy: PolicyPublished) {
    self.metadata = metadata
    self.policy = policy
  }

  /// The identity of the report.
  public var key: ReportKey {
    ReportKey(
      reporter: metadata.organization, policyDomain: policy.domain, reportID: metadata.reportID,
      begin: metadata.begin, end: metadata.end)
  }

  /// Whether the reporter shows that it knows RFC 9990: its namespace or an element only it has.
  public var showsRFC9990: Bool {
    Self.showsRFC9990(
      namespace: namespace, generator: metadata.generator, policy: policy)
  }

  /// Whether these parts of a header show that the reporter knows RFC 9990.
  ///
  /// `np` alone does not count: Google has sent it in reports of the old vocabulary since 2023.
  public static func showsRFC9990(
    namespace: String?, generator: String?, policy: PolicyPublished
  ) -> Bool {
    namespace == "urn:ietf:params:xml:ns:dmarc-2.0" || policy.testing != nil
      || policy.discoveryMethod != .missing || generator != nil
  }
}
