public import DMARC

/// The state of the store at a glance.
public struct StoreStatus: Sendable {
  /// Bytes of the database file.
  public var bytes: Int64
  /// Reports stored.
  public var reports: Int
  /// Their records.
  public var records: Int
  /// Their messages.
  public var messages: MessageCount
  /// TLS reports stored.
  public var tlsReports: Int
  /// Reports about single mails stored.
  public var failureReports: Int
  /// Policy domains that reports are about.
  public var policyDomains: Int
  /// Organizations that reported.
  public var reporters: Int
  /// Refused inputs and conflicts that nobody has acknowledged.
  public var problems: Int
  /// The UTC day of the oldest report.
  public var oldestDay: Day?
  /// The UTC day of the newest report.
  public var newestDay: Day?
  /// Days between the oldest and the newest report that no report tells of.
  public var missingDays: [Day]
  /// The newest run of the import.
  public var lastImport: ImportRun?

  /// A state of its parts.
  public init(
    bytes: Int64, reports: Int, records: Int, messages: MessageCount, tlsReports: Int,
    failureReports: Int, policyDomains: Int, reporters: Int, problems: Int, oldestDay: Day?,
    newestDay: Day?, missingDays: [Day], lastImport: ImportRun?
  ) {
    self.bytes = bytes
    self.reports = reports
    self.records = records
    self.messages = messages
    self.tlsReports = tlsReports
    self.failureReports = failureReports
    self.policyDomains = policyDomains
    self.reporters = reporters
    self.problems = problems
    self.oldestDay = oldestDay
    self.newestDay = newestDay
    self.missingDays = missingDays
    self.lastImport = lastImport
  }
}

/// A run of the import, as it was recorded.
public struct ImportRun: Sendable {
  /// UTC seconds.
  public var started: Int64
  /// UTC seconds; `nil` when it did not come to its end.
  public var finished: Int64?
  /// A JSON object of its counts.
  public var summary: String?

  /// A run of its parts.
  public init(
    started: Int64, finished: Int64?, summary: String?
  ) {
    self.started = started
    self.finished = finished
    self.summary = summary
  }
}
