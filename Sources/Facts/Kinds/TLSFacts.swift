public import DMARC

/// What TLS reports of a window say, one fact for each policy and each failure in them.
public struct TLSFacts: Sendable, Hashable {
  /// Sessions by one policy of one report.
  public struct Sessions: Sendable, Hashable {
    /// The UTC day on which the report counts.
    public var day: Day
    /// The reporter's name.
    public var reporter: String
    /// The policy's domain.
    public var domain: String
    /// The policy's type.
    public var type: String
    /// Sessions that went well.
    public var successful: MessageCount
    /// Sessions that failed.
    public var failed: MessageCount

    /// Sessions of their parts.
    public init(
      day: Day, reporter: String, domain: String, type: String, successful: MessageCount,
      failed: MessageCount
    ) {
      self.day = day
      self.reporter = reporter
      self.domain = domain
      self.type = type
      self.successful = successful
      self.failed = failed
    }
  }

  /// Sessions that failed in one way.
  public struct Failure: Sendable, Hashable {
    /// The UTC day on which the report counts.
    public var day: Day
    /// The reporter's name.
    public var reporter: String
    /// The policy's domain.
    public var domain: String
    /// How they failed, at which server.
    public var failure: TLSFailure

    /// Failed sessions of their parts.
    public init(day: Day, reporter: String, domain: String, failure: TLSFailure) {
      self.day = day
      self.reporter = reporter
      self.domain = domain
      self.failure = failure
    }
  }

  /// UTC days, both ends included.
  public var window: ClosedRange<Day>
  /// Reports in the window with a policy that is asked for.
  public var reports = 0
  /// The sessions, by day, domain and reporter.
  public var sessions: [Sessions] = []
  /// The failures, by day, domain and reporter.
  public var failures: [Failure] = []

  /// Facts of a window in which nothing is known.
  public init(window: ClosedRange<Day>) {
    self.window = window
  }
}
