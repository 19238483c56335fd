public import DMARC
internal import Workers

/// What the owner wants of a readiness analysis.
public struct ReadinessOptions: Sendable {
  /// What the conditions ask for.
  public var thresholds = ReadinessThresholds()
  /// The rung to get to; a domain whose people write to mailing lists may stop at quarantine.
  public var goal = Policy.reject
  /// Whether only reports whose mail was verified may help a domain forward.
  public var verifiedOnly = false
  /// Whether the domain itself may move while its subdomains are held back by an explicit `sp`.
  public var subdomainsMayStayBehind = true
  /// Records as published now, by domain, for the next one to be made from.
  public var records: [String: DMARCRecord] = [:]
  /// The policy domains asked about; `nil` for all.
  public var domains: Set<String>?
  /// Domains of the owner's that no report was ever about: they are listed all the same.
  public var unheard: [String] = []
  /// Whether the mail of each domain is wanted by day, reporter and sender.
  public var timelines = false
  /// Threads at the most; the answer does not depend on how many.
  var workers = Processors.count

  /// The defaults.
  public init() {}
}
