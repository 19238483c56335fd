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
  /// Policy domains that reports are about.
  public var policyDomains: Int
  /// Organizations that reported.
  public var reporters: Int
  /// Refused inputs and conflicts.
  public var problems: Int
  /// The UTC day of the oldest report.
  public var oldestDay: Day?
  /// The UTC day of the newest report.
  public var newestDay: Day?
  /// Days between the oldest and the newest report that no report tells of.
  public var missingDays: [Day]
  /// The newest run of the import.
  public var lastImport: ImportRun?
}

/// A run of the import, as it was recorded.
public struct ImportRun: Sendable {
  /// UTC seconds.
  public var started: Int64
  /// UTC seconds; `nil` when it did not come to its end.
  public var finished: Int64?
  /// A JSON object of its counts.
  public var summary: String?
}
