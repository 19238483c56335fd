public import DMARC

/// A TLS report, ready to be stored.
public struct IncomingTLSReport: Sendable {
  /// The report.
  public var report: TLSReport
  /// What its mail shows of the reporter.
  public var standing: Standing
  /// The file or mail it came in, for people.
  public var input: String
  /// Tells whether that input is still the same when it is met again.
  public var stamp: String

  /// A report of its parts.
  public init(report: TLSReport, standing: Standing, input: String, stamp: String) {
    self.report = report
    self.standing = standing
    self.input = input
    self.stamp = stamp
  }
}
