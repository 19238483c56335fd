/// What came of a question.
///
/// There are three states and never two: a question that nobody answered says nothing about the
/// record, and must not be told as "no record".
public struct DNSAnswer: Hashable, Sendable {
  /// Whether the records are there.
  public enum State: Hashable, Sendable {
    /// The records, at least one, in the order in which they came.
    case there([DNSData])
    /// There is none.
    case notThere(Absence)
    /// Nobody knows.
    case notKnown(Trouble)
  }

  /// How there is no record.
  public enum Absence: Hashable, Sendable {
    /// NXDOMAIN: neither the name nor any name below it exists (RFC 8020).
    case noName
    /// NODATA: the name exists, or a name below it, but has no record of this type.
    case noData
  }

  /// Why it is not known.
  public enum Trouble: Hashable, Sendable {
    /// No answer came in time.
    case timeout
    /// The resolver answered with an error, given by its number (RFC 1035 4.1.1): 2 is SERVFAIL.
    case refused(code: Int)
    /// The answer cannot be read, or the name cannot be asked.
    case malformed
    /// The time for all questions together was over, or no resolver answers at all.
    case givenUp
  }

  /// What DNSSEC says of an answer (RFC 4035 4.3).
  public enum Security: Hashable, Sendable {
    /// Signed, and the chain of keys holds.
    case secure
    /// Not signed.
    case insecure
    /// Signed, but the signatures do not hold: the reason, in the validator's words.
    case bogus(String)
    /// The resolver does not pass on what is needed to tell.
    case notKnown
  }

  /// What is known.
  public var state: State
  /// Whether it can be trusted.
  public var security: Security
  /// For how many more seconds the answer may be kept.
  public var ttl: Int?
  /// The name to which aliases led; `nil` where there was none.
  public var alias: String?

  /// An answer.
  public init(
    _ state: State, security: Security = .notKnown, ttl: Int? = nil, alias: String? = nil
  ) {
    self.state = state
    self.security = security
    self.ttl = ttl
    self.alias = alias
  }
}

extension DNSAnswer {
  /// The records; none where there are none, and where it is not known.
  public var records: [DNSData] {
    guard case .there(let records) = state else { return [] }
    return records
  }

  /// The texts of TXT records.
  public var texts: [String] { records.compactMap(\.text) }

  /// Why it is not known; `nil` where it is.
  public var trouble: Trouble? {
    guard case .notKnown(let trouble) = state else { return nil }
    return trouble
  }

  /// Whether it is known that there is no such name.
  public var isNoName: Bool { state == .notThere(.noName) }
}
