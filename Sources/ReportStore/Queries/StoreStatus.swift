public import DMARC

/// The state of the store at a glance.
public struct StoreStatus: Sendable {
  /// Bytes of the database file.
  public var bytes: Int64
  public var reports: Int
  public var records: Int
  public var messages: Int64
  public var policyDomains: Int
  public var reporters: Int
  public var problems: Int
  public var oldestDay: Day?
  public var newestDay: Day?
  /// Days between the oldest and the newest report that no report tells of.
  public var missingDays: [Day]
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
