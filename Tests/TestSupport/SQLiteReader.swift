import Foundation

/// Reads a database with the `sqlite3` of the system: nothing of ours stands between.
public struct SQLiteReader: Sendable {
  /// The query was refused.
  public struct Failure: Error {
    /// What sqlite3 said.
    public let message: String
  }

  private let path: String

  /// A reader of the database at `path`.
  public init(_ path: String) {
    self.path = path
  }

  /// The rows of a query as text, NULL as the empty text.
  public func rows(_ sql: String) throws -> [[String]] {
    // The separators are those of ASCII for units and records.
    let outcome = try Program(path: "/usr/bin/sqlite3").run(
      ["-batch", "-bail", "-noheader", "-readonly", "-ascii", "-cmd", ".timeout 9000", path],
      input: Data(sql.utf8))
    guard outcome.status == 0, outcome.errors.isEmpty else {
      throw Failure(message: outcome.diagnostics)
    }
    return outcome.text.split(separator: "\u{1e}").map { row in
      row.split(separator: "\u{1f}", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The only row of a query, as integers.
  public func integers(_ sql: String) throws -> [Int] {
    let rows = try rows(sql)
    guard rows.count == 1 else { throw Failure(message: "\(rows.count) rows") }
    return rows[0].map { Int($0) ?? 0 }
  }

  /// Runs statements that change the database.
  public func execute(_ sql: String) throws {
    let outcome = try Program(path: "/usr/bin/sqlite3").run(
      ["-batch", "-bail", path], input: Data(sql.utf8))
    guard outcome.status == 0 else { throw Failure(message: outcome.diagnostics) }
  }
}
