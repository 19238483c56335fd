public import DMARC
internal import Facts

/// Sessions with a server of a domain that failed in one way.
public struct TLSFailureRow: Sendable {
  private struct Key: Hashable {
    let result: String
    let domain: String
    let host: String?
    let address: String?
  }

  /// The result type, as `certificate-expired`.
  public let result: String
  /// The policy's domain.
  public let domain: String
  /// The MX; `nil` where reports do not say.
  public let host: String?
  /// Its address; `nil` where reports do not say.
  public let address: String?
  /// Sessions that failed so.
  public private(set) var sessions: MessageCount = 0
  /// Who reported it.
  public private(set) var reporters: Set<String> = []
  /// The reporters' own codes.
  public private(set) var reasons: Set<String> = []
  /// The first day on which it was met.
  public private(set) var first: Day
  /// The last day on which it was met.
  public private(set) var last: Day

  private init(_ key: Key, _ day: Day) {
    result = key.result
    domain = key.domain
    host = key.host
    address = key.address
    (first, last) = (day, day)
  }

  private mutating func add(_ fact: TLSFacts.Failure) {
    sessions += fact.failure.sessions
    reporters.insert(fact.reporter)
    if let reason = fact.failure.reason { reasons.insert(reason) }
    first = min(first, fact.day)
    last = max(last, fact.day)
  }

  /// Most sessions first.
  static func rows(of facts: TLSFacts) -> [TLSFailureRow] {
    var rows: [Key: TLSFailureRow] = [:]
    for fact in facts.failures where fact.failure.sessions > 0 {
      let failure = fact.failure
      let key = Key(
        result: failure.result, domain: fact.domain, host: failure.receivingHost,
        address: failure.receivingAddress)
      rows[key, default: TLSFailureRow(key, fact.day)].add(fact)
    }
    return rows.values.sorted { one, other in
      let places = { (row: TLSFailureRow) in
        (row.result, row.domain, row.host ?? "", row.address ?? "")
      }
      return one.sessions == other.sessions
        ? places(one) < places(other) : one.sessions > other.sessions
    }
  }
}
