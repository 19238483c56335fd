public import DMARC

/// From when on something is worth a word; docs/alerts.md gives the reason for each number.
public struct AlertOptions: Hashable, Sendable {
  /// Messages of a sender from which on it is told of.
  public var senderMessages: MessageCount = 10
  /// Days on which such a sender was seen.
  public var senderDays = 2
  /// Days in which the share at risk is held against that of the days before.
  public var riskDays = 2
  /// By how much it must be above.
  public var riskRise = 0.01
  /// Legitimate messages in those days below which their share means nothing.
  public var riskMessages: MessageCount = 100
  /// Days without a report about a domain, beyond the longest gap it had.
  public var silentDays = 3
  /// Hours since an import came to its end.
  public var importHours = 36

  /// The defaults.
  public init() {}
}
