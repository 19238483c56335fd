public import DMARC

/// Something in the store that is not as it must be.
public enum StoreFault: Hashable, Sendable {
  /// What SQLite's integrity check says (https://sqlite.org/pragma.html#pragma_integrity_check).
  case damaged(String)
  /// A table, index or view is not there, or not as this program makes it.
  case schema(kind: String, name: String)
  /// A row refers to a row that is not there: the table, and the one it refers to.
  case dangling(table: String, parent: String, rows: Int)
  /// The packed roll-up of a domain and day is not what its records add up to.
  case rollup(domain: String, day: Day)
  /// A report does not have the records it says it has.
  case records(reportID: String, expected: Int, found: Int)
  /// The policy of some reports about a domain is not among those seen for it.
  case unsighted(domain: String, reports: Int)
  /// A TLS report has no policy, and none that was left out.
  case emptyTLSReport(reportID: String)
  /// Records belong to no report.
  case orphans(Int)
}
