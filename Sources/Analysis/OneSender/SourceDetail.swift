public import DMARC
public import Facts

/// All that the reports of a window say of one sender.
public struct SourceDetail: Sendable {
  /// One day of the sender's mail of one class.
  public struct Row: Hashable, Sendable {
    /// The UTC day.
    public var day: Day
    /// The class of the mail.
    public var kind: StreamClass
    /// Messages.
    public var messages: MessageCount
    /// Messages of them that fail DMARC.
    public var failing: MessageCount
  }

  /// What the operator decided about it, most specific first.
  public var decisions: [SourceDecision] = []
  /// Messages.
  public var messages: MessageCount = 0
  /// Messages of them that fail DMARC.
  public var failing: MessageCount = 0
  /// The failing messages that count as legitimate.
  public var atRisk: MessageCount = 0
  /// By day and class.
  public var days: [Row] = []
  /// Messages by From domain.
  public var fromDomains: [String: MessageCount] = [:]
  /// Messages by domain it authenticated as.
  public var authenticated: [String: MessageCount] = [:]
  /// Messages by raw result, written `dkim example.com sel1 pass` or `spf example.com fail`.
  public var results: [String: MessageCount] = [:]
  /// Messages by what the receiver did.
  public var dispositions: [String: MessageCount] = [:]
  /// Messages by reporter.
  public var reporters: [String: MessageCount] = [:]
  /// Messages by address.
  public var addresses: [SourceAddress: MessageCount] = [:]
  /// Its streams by policy domain, with why each is what it is.
  public var streams: [String: [Stream]] = [:]

  /// Nothing known.
  public init() {}
}
