internal import DMARC
public import Facts

/// A domain that is the operator's, or that reports are about.
public struct ListedDomain: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Whether it is the operator's own.
  public let isOwn: Bool
  /// Its groups, in order.
  public let groups: [String]
  /// Who reported about it.
  let histories: [ReporterHistory]

  /// All domains that either is true of, in order of name.
  public static func all(_ histories: [ReporterHistory], _ ownership: Ownership) -> [ListedDomain] {
    let known = Dictionary(grouping: histories, by: \.domain)
    return Set(known.keys).union(ownership.domains).sorted().map { name in
      ListedDomain(
        name: name, isOwn: ownership.owns(name), groups: ownership.groups(of: name),
        histories: known[name] ?? [])
    }
  }

  var reports: Int { histories.map(\.reports).reduce(0, +) }
  var firstDay: Day? { histories.map(\.firstDay).min() }
  var lastDay: Day? { histories.map(\.lastDay).max() }
}

/// The operator's domains and those of strangers, as a document.
public struct DomainsAnswer {
  private let domains: [ListedDomain]
  private let ownership: Ownership

  /// The answer with these domains, out of all that somebody owns.
  public init(_ domains: [ListedDomain], ownership: Ownership) {
    self.domains = domains
    self.ownership = ownership
  }

  /// The document, in the form `dmarc-report/domains` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/domains", version: 1,
        fields: [
          "own": .integer(Int64(ownership.domains.count)),
          "groups": .array(ownership.groups.map { .string($0) }),
        ]),
      sections: [
        .table(
          TableData(
            domains, columns: Self.columns, whenEmpty: "No domain is yours, and no report stored."))
      ] + hint)
  }

  private static var columns: [Column<ListedDomain>] {
    [
      .text("domain", "Domain", elision: .never) { $0.name },
      .text("own", "Yours") { $0.isOwn ? "yes" : "no" },
      .list("groups", "Groups") { $0.groups },
      .count("reports", "Reports") { Int64($0.reports) },
      .count("reporters", "Reporters") { Int64($0.histories.count) },
      .day("oldest_report", "Oldest") { $0.firstDay }.dispensable(1),
      .day("newest_report", "Newest") { $0.lastDay },
    ]
  }

  private var hint: [Section] {
    guard !ownership.isKnown, !domains.isEmpty else { return [] }
    return [
      .paragraph(
        "None is known to be yours yet, so all are judged. `dmarc-report domains own NAME` says "
          + "that one is, --reported in place of a name that all are which an established reporter "
          + "tells of.")
    ]
  }
}
