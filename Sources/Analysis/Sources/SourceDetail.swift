public import DMARC
public import ReportStore

/// All that the reports of a window say of one sender.
public struct SourceDetail: Sendable {
  /// One day of the sender's mail of one class.
  public struct Row: Hashable, Sendable {
    public var day: Day
    public var kind: StreamClass
    public var messages: Int64
    public var failing: Int64
  }

  /// What the operator decided about it, most specific first.
  public var decisions: [SourceDecision] = []
  public var messages: Int64 = 0
  public var failing: Int64 = 0
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
