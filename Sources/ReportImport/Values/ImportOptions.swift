public import ReportIntake
public import ReportParsing

/// How an import goes about its work.
public struct ImportOptions: Sendable {
  /// Threads that read and parse; the store is written by one more.
  public var jobs = 1
  /// What is done with a mail once its reports are stored for good.
  public var after = AfterAct.keep
  /// Whether inputs that were refused before are tried again.
  public var retry = false
  /// Whether everything is read anew: mails that were seen, inputs that were refused, and reports that
  /// were pruned.
  public var again = false
  /// About which domains and their subdomains, normalized, reports are stored; about all where there
  /// are none.
  public var domains: [String] = []
  /// Limits on mails and archives.
  public var intakeLimits = IntakeLimits()
  /// Limits on the XML of reports.
  public var parsingLimits = ParsingLimits()
  /// The `authserv-id` of one's own mail server, whose findings are believed (RFC 8601 2.5).
  public var trustedServer: String?
  /// Reports stored before they are committed, unless the records come first: a second's work.
  public var reportsPerTransaction = 4000
  /// Records stored before they are committed; a report is never divided.
  public var recordsPerTransaction = 200_000

  /// The defaults.
  public init() {}
}
