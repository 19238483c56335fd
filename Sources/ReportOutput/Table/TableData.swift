/// A table as values; every format renders it its own way.
public struct TableData: Hashable, Sendable {
  /// The columns, in order.
  public var columns: [Column]
  /// The rows; missing cells are empty, cells past the last column are left out.
  public var rows: [[Cell]]
  /// A last row for people and JSON; CSV and NDJSON leave it out, so that sums stay right.
  public var total: [Cell]?
  /// What people read in place of a table without rows.
  public var whenEmpty: String?

  /// A table of these parts.
  public init(
    columns: [Column], rows: [[Cell]] = [], total: [Cell]? = nil, whenEmpty: String? = nil
  ) {
    self.columns = columns
    self.rows = rows
    self.total = total
    self.whenEmpty = whenEmpty
  }
}
