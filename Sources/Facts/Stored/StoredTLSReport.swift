public import DMARC

/// A TLS report as the store lists it.
public struct StoredTLSReport: Sendable, Hashable {
  /// Who reports, about which period; `email` is the `contact-info`.
  public var metadata: ReportMetadata
  /// The UTC day on which it counts.
  public var day: Day
  /// The domains of its policies, in order.
  public var domains: [String]
  /// How many policies it has.
  public var policies: Int
  /// Sessions that went well.
  public var successful: MessageCount
  /// Sessions that failed.
  public var failed: MessageCount
  /// Policies and failures that could not be counted.
  public var leftOut: Int
  /// Whether its mail is known to be the reporter's.
  public var trust: Trust
  /// How it differs from RFC 8460.
  public var deviations: [Deviation]

  /// A report of its parts.
  public init(
    metadata: ReportMetadata, day: Day, domains: [String], policies: Int, successful: MessageCount,
    failed: MessageCount, leftOut: Int, trust: Trust, deviations: [Deviation]
  ) {
    self.metadata = metadata
    self.day = day
    self.domains = domains
    self.policies = policies
    self.successful = successful
    self.failed = failed
    self.leftOut = leftOut
    self.trust = trust
    self.deviations = deviations
  }
}
