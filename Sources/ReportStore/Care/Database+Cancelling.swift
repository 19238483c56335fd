import Facts
import GRDB
import GRDBSQLite

extension Database {
  /// Runs statements that end early, with SQLITE_INTERRUPT, once they are to be cancelled
  /// (https://sqlite.org/c3ref/progress_handler.html); cancelled before, they do not begin.
  func unless(_ isCancelled: @escaping @Sendable () -> Bool, _ body: () throws -> Void) throws {
    if isCancelled() { throw StoreError.cancelled }
    let question = Question(isCancelled)
    let context = Unmanaged.passUnretained(question).toOpaque()
    sqlite3_progress_handler(
      sqliteConnection, 1000,
      { context in
        guard let context else { return 0 }
        return Unmanaged<Question>.fromOpaque(context).takeUnretainedValue().ask() ? 1 : 0
      }, context)
    defer { sqlite3_progress_handler(sqliteConnection, 0, nil, nil) }
    try withExtendedLifetime(question, body)
  }
}

/// What SQLite asks while it works.
private final class Question {
  let ask: @Sendable () -> Bool

  init(_ ask: @escaping @Sendable () -> Bool) { self.ask = ask }
}
