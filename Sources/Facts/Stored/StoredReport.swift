public import DMARC

/// A report as the store lists it.
public struct StoredReport: Sendable, Hashable {
  /// Who reports, about which period and policy.
  public var header: ReportHeader
  /// The UTC day on which it counts.
  public var day: Day
  /// How many records it has.
  public var records: Int
  /// Messages in them.
  public var messages: MessageCount
  /// Records that could not be counted.
  public var leftOut: Int
  /// Whether its mail is known to be the reporter's.
  public var trust: Trust
  /// How it differs from the standards.
  public var deviations: [Deviation]

  /// A report of its parts.
  public init(
    header: ReportHeader, day: Day, records: Int, messages: MessageCount, leftOut: Int,
    trust: Trust,
    deviations: [Deviation]
  ) {
    self.header = header
    self.day = day
    self.records = records
    self.messages = messages
    self.leftOut = leftOut
    self.trust = trust
    self.deviations = deviations
  }
}
