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
    public var messages: Int64
    /// Messages of them that fail DMARC.
    public var failing: Int64
  }

  /// What the operator decided about it, most specific first.
  public var decisions: [SourceDecision] = []
  /// Messages.
  public var messages: Int64 = 0
  /// Messages of them that fail DMARC.
  public var failing: Int64 = 0
  /// The failing messages that count as legitimate.
  public var atRisk: Int64 = 0
  /// By day and class.
  public var days: [Row] = []
  /// Messages by From domain.
  public var fromDomains: [String: Int64] = [:]
  /// Messages by domain it authenticated as.
  public var authenticated: [String: Int64] = [:]
  /// Messages by raw result, written `dkim example.com sel1 pass` or `spf example.com fail`.
  public var results: [String: Int64] = [:]
  /// Messages by what the receiver did.
  public var dispositions: [String: Int64] = [:]
  /// Messages by reporter.
  public var reporters: [String: Int64] = [:]
  /// Messages by address.
  public var addresses: [SourceAddress: Int64] = [:]
  /// Its streams by policy domain, with why each is what it is.
  public var streams: [String: [Stream]] = [:]

  /// Nothing known.
  public init() {}
}
