public import DMARC
public import Facts
import GRDB

extension ReportDatabase {
  /// Everything of a window, with the names of domains, reporters and evaluations.
  ///
  /// Sources and evidence are many, and most questions need few of them: name the ones that are
  /// needed with `nameSources` and `nameEvidence`, or all with `naming: .everything`.
  public func facts(_ filter: WindowFilter, naming: FactsNaming) throws -> WindowFacts {
    try read { db in
      var reader = FactsReader(db: db, filter: filter, naming: naming)
      return try reader.read()
    }
  }

  /// The newest day that reports about these domains tell of; `nil` when there is none.
  public func newestDay(domains: [String], exact: Bool) throws -> Day? {
    try read { db in
      let day = Day(number: 0)
      let filter = WindowFilter(window: day...day, domains: domains, exact: exact)
      return try PolicyDomains.matching(filter, db).compactMap { domain in
        try Int.fetchOne(
          db, sql: newestDayOfDomain, arguments: [domain.id])
      }.max().map(Day.init(number:))
    }
  }

  /// Adds the addresses of the given sources to the names of facts.
  public func nameSources(_ ids: some Sequence<Int>, in facts: inout WindowFacts) throws {
    let added = try read { db in try NameReader.sources(Self.set(ids), db) }
    facts.names.sources.merge(added)
  }

  /// Adds the given evidence to the names of facts.
  public func nameEvidence(_ ids: some Sequence<Int>, in facts: inout WindowFacts) throws {
    let added = try read { db in try NameReader.evidence(Self.set(ids), db) }
    facts.names.evidence.merge(added)
  }

  private static func set(_ ids: some Sequence<Int>) -> IDSet {
    var set = IDSet()
    for id in ids { set.insert(id) }
    return set
  }
}
