public import DMARC
public import Facts

/// What an answer about TLS has a row for.
public enum TLSGrouping: String, CaseIterable, Sendable {
  /// The policy's domain.
  case domain
  /// The UTC day.
  case day
  /// The reporting organization.
  case reporter
  /// The way in which sessions failed.
  case failure
}

/// How sessions of TLS with the servers of domains went, by what is asked for.
public struct TLSSummary: Sendable {
  /// What the rows are about.
  public let grouping: TLSGrouping
  /// The UTC days asked for.
  public let window: ClosedRange<Day>
  /// TLS reports in the window.
  public let reports: Int
  /// Who reported, in order.
  public let reporters: [String]
  /// One for each domain, day or reporter; none where failures are asked for.
  public let rows: [TLSRow]
  /// All rows together.
  public let total: TLSRow
  /// How sessions failed, most of them first.
  public let failures: [TLSFailureRow]

  /// The summary of these facts.
  public init(of facts: TLSFacts, by grouping: TLSGrouping) {
    self.grouping = grouping
    window = facts.window
    reports = facts.reports
    reporters = Set(facts.sessions.map(\.reporter)).sorted()
    rows = TLSRow.rows(of: facts, by: grouping)
    total = facts.sessions.reduce(into: TLSRow(name: "")) { $0.add($1) }
    failures = TLSFailureRow.rows(of: facts)
  }
}

/// Sessions of a domain, a day or a reporter.
public struct TLSRow: Sendable {
  /// What the row is about.
  public let name: String
  /// Sessions that went well.
  public private(set) var successful: MessageCount = 0
  /// Sessions that failed.
  public private(set) var failed: MessageCount = 0
  /// Types of policy that were met, in order.
  public private(set) var types: Set<String> = []
  /// Who reported.
  public private(set) var reporters: Set<String> = []
  /// The first day with sessions.
  public private(set) var first: Day?
  /// The last day with sessions.
  public private(set) var last: Day?

  init(name: String) { self.name = name }

  mutating func add(_ fact: TLSFacts.Sessions) {
    successful += fact.successful
    failed += fact.failed
    types.insert(fact.type)
    reporters.insert(fact.reporter)
    first = min(first ?? fact.day, fact.day)
    last = max(last ?? fact.day, fact.day)
  }

  /// Days in order of time; the rest by sessions that failed, then all sessions, most first.
  static func rows(of facts: TLSFacts, by grouping: TLSGrouping) -> [TLSRow] {
    guard grouping != .failure else { return [] }
    var rows: [String: TLSRow] = [:]
    for fact in facts.sessions {
      let name =
        switch grouping {
        case .domain, .failure: fact.domain
        case .day: fact.day.text
        case .reporter: fact.reporter
        }
      rows[name, default: TLSRow(name: name)].add(fact)
    }
    if grouping == .day { return rows.values.sorted { $0.name < $1.name } }
    return rows.values.sorted {
      ($1.failed, $1.successful, $0.name) < ($0.failed, $0.successful, $1.name)
    }
  }
}
