public import DMARC

/// What the store knows of a policy domain from before the window.
///
/// Absence of mail in a window is not absence of mail: a domain that once sent is not parked.
public struct DomainHistory: Hashable, Sendable {
  /// The UTC day of its first report.
  public var firstReport: Day
  /// The UTC day of its last report before the window.
  public var lastReport: Day
  /// The last UTC day before the window with mail that passed; `nil` where none ever did.
  public var lastPassing: Day?

  /// A history of its parts.
  public init(firstReport: Day, lastReport: Day, lastPassing: Day?) {
    self.firstReport = firstReport
    self.lastReport = lastReport
    self.lastPassing = lastPassing
  }
}
