public import DMARC
public import Facts

/// What an answer about failed mail has a row for.
public enum FailureGrouping: String, CaseIterable, Sendable {
  /// The address that sent the mail.
  case source
  /// The From domain.
  case domain
  /// The UTC day.
  case day
  /// Who reported.
  case reporter
}

/// Mail that failed, as reports about single mails tell of it.
public struct FailureSummary: Sendable {
  /// What the rows are about.
  public let grouping: FailureGrouping
  /// The UTC days asked for.
  public let window: ClosedRange<Day>
  /// Mails in all.
  public let incidents: MessageCount
  /// Who reported, in order.
  public let reporters: [String]
  /// The rows: days in order of time, the rest with most mails first.
  public let rows: [FailureRow]

  /// The summary of what is known of a window.
  public init(of facts: [FailureFact], in window: ClosedRange<Day>, by grouping: FailureGrouping) {
    self.grouping = grouping
    self.window = window
    incidents = facts.map(\.incidents).total()
    reporters = Set(facts.map(\.reporter)).sorted()
    var rows: [String: FailureRow] = [:]
    for fact in facts {
      let name = Self.name(of: fact, grouping)
      rows[name, default: FailureRow(name: name, day: fact.day)].add(fact)
    }
    self.rows = rows.values.sorted {
      grouping == .day
        ? $0.name < $1.name : ($1.incidents, $0.name) < ($0.incidents, $1.name)
    }
  }

  private static func name(of fact: FailureFact, _ grouping: FailureGrouping) -> String {
    switch grouping {
    case .source: fact.source.text
    case .domain: fact.domain
    case .day: fact.day.text
    case .reporter: fact.reporter
    }
  }

  /// What is known of the addresses of one sender.
  public static func of(
    addresses: some Sequence<SourceAddress>, pattern: String, in facts: [FailureFact],
    _ window: ClosedRange<Day>
  ) -> FailureSummary {
    let (known, network) = (Set(addresses), Network(pattern))
    return FailureSummary(
      of: facts.filter { known.contains($0.source) || network?.contains($0.source) == true },
      in: window, by: .day)
  }
}

/// Failed mail of a source, a domain, a day or a reporter.
public struct FailureRow: Sendable {
  /// What the row is about.
  public let name: String
  /// Mails.
  public private(set) var incidents: MessageCount = 0
  /// What failed, and of how many mails.
  public private(set) var failures: [String: MessageCount] = [:]
  /// What became of them, and of how many.
  public private(set) var results: [String: MessageCount] = [:]
  /// The From domains.
  public private(set) var domains: Set<String> = []
  /// The addresses that sent them.
  public private(set) var sources: Set<SourceAddress> = []
  /// Who reported.
  public private(set) var reporters: Set<String> = []
  /// The first day.
  public private(set) var first: Day
  /// The last day.
  public private(set) var last: Day

  init(name: String, day: Day) {
    self.name = name
    (first, last) = (day, day)
  }

  mutating func add(_ fact: FailureFact) {
    incidents += fact.incidents
    failures[fact.failure, default: 0] += fact.incidents
    results[fact.result, default: 0] += fact.incidents
    domains.insert(fact.domain)
    sources.insert(fact.source)
    reporters.insert(fact.reporter)
    first = min(first, fact.day)
    last = max(last, fact.day)
  }
}
