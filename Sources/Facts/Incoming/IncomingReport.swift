public import DMARC

/// A report as the parser leaves it, but for its records: ready to be stored.
public struct IncomingReport: Sendable {
  /// Who reports, about which period and policy.
  public var header: ReportHeader
  /// How many records it has.
  public var records: Int
  /// Messages in them.
  public var messages: MessageCount
  /// Records that could not be counted.
  public var leftOut: Int
  /// How it differs from the standards.
  public var deviations: [Deviation]
  /// Tells this content from another under the same key.
  public var contentDigest: UInt64
  /// What its mail shows of the reporter.
  public var standing: Standing
  /// The file or mail it came in, for people.
  public var input: String
  /// Tells whether that input is still the same when it is met again.
  public var stamp: String

  /// A report of its parts.
  public init(
    header: ReportHeader, records: Int, messages: MessageCount, leftOut: Int,
    deviations: [Deviation],
    contentDigest: UInt64, standing: Standing, input: String, stamp: String
  ) {
    self.header = header
    self.records = records
    self.messages = messages
    self.leftOut = leftOut
    self.deviations = deviations
    self.contentDigest = contentDigest
    self.standing = standing
    self.input = input
    self.stamp = stamp
  }
}

/// What became of a report that was offered.
public enum ImportOutcome: String, Sendable {
  /// It counts from now on.
  case new
  /// The same report is stored already.
  case duplicate
  /// Another report is stored under the same key; that one stays, this one is recorded.
  case conflict
  /// It was stored, and deleted for its age: it stays away.
  case pruned
  /// It counts from now on, in place of another of its key that was not verified.
  case replaced
}
