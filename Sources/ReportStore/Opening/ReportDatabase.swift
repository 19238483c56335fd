import DMARC
public import Facts
import GRDB
import Glibc
import Schema
import Synchronization

/// The database of reports: opens it, brings its schema up to date, and lends it out.
///
/// One connection a process. SQLite's write-ahead log keeps readers of other processes from
/// waiting (https://sqlite.org/wal.html).
public final class ReportDatabase: ReportStorage, Sendable {
  /// Where the database is.
  public let path: String
  let queue: DatabaseQueue
  /// Whether it is read without its log: what was imported last may be missing from answers.
  public let lacksLog: Bool
  /// The steps that lead to its schema.
  let migrations: [Migration]

  /// Opens the database at `path` and migrates it; throws `StoreError`.
  public convenience init(path: String, for purpose: StorePurpose) throws {
    try self.init(path: path, for: purpose, migrations: Schema.migrations)
  }

  init(path: String, for purpose: StorePurpose, migrations: [Migration]) throws {
    self.path = path
    self.migrations = migrations
    _ = SQLiteSettings.isUncounted
    _ = SQLiteSettings.understandsURIs
    var readOnly: ReadOnlyFile?
    if purpose == .reading {
      guard access(path, F_OK) == 0 else { throw StoreError.missing(path: path) }
      guard access(path, R_OK) == 0 else { throw StoreError.cannotOpen(path: path, errno: errno) }
      readOnly = ReadOnlyFile(path)
    } else {
      try Self.create(path)
    }
    lacksLog = readOnly?.lacksLog ?? false
    do {
      var configuration = Self.configuration(for: purpose)
      configuration.readonly = readOnly != nil
      queue = try DatabaseQueue(
        path: readOnly?.name ?? Self.fileName(path), configuration: configuration)
      Self.opened.withLock { $0.append(queue) }
      try migrate(by: migrations, for: purpose)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// A path that SQLite takes for nothing else: `:memory:` and `file:name` mean other things to it
  /// (https://sqlite.org/c3ref/open.html).
  static func fileName(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

  /// Every connection of the process; they are closed, but never given back.
  ///
  /// Dispatch buries the queue within a connection on a thread of its own, and waits for ever where
  /// the system has no room for one.
  private static let opened = Mutex<[DatabaseQueue]>([])

  deinit { try? queue.close() }

  /// Runs a read; what it throws of SQLite becomes a `StoreError`.
  func read<T>(_ body: (Database) throws -> T) throws -> T {
    do {
      return try queue.read(body)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// Runs a write whose transactions are the body's own; what it throws of SQLite becomes a
  /// `StoreError`.
  func writeWithoutTransaction<T>(_ body: (Database) throws -> T) throws -> T {
    do {
      return try queue.writeWithoutTransaction(body)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// Runs a write in one transaction; what it throws of SQLite becomes a `StoreError`.
  func write<T>(_ body: (Database) throws -> T) throws -> T {
    do {
      return try queue.write(body)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// Creates an empty file that only its owner may read: reports tell about people (RFC 9990 7.2).
  private static func create(_ path: String) throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreError.cannotOpen(path: path, errno: errno) }
    close(descriptor)
  }

  private static func configuration(for purpose: StorePurpose) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    // An import writes only numbers that it has just read from, or written to, the tables they
    // refer to; looking each up again would double its work. `check` looks at all of them.
    configuration.foreignKeysEnabled = purpose != .importing
    configuration.prepareDatabase { db in
      // A mail may be deleted once its report is committed, so a commit must survive a power
      // cut: FULL syncs the log at each commit (https://sqlite.org/pragma.html#pragma_synchronous).
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      // In pages: given in KiB, SQLite works out how many before it has seen how large they are.
      // An import needs few, since it stores new addresses in order.
      try db.execute(sql: "PRAGMA cache_size = \(purpose == .importing ? 144 : 200)")
    }
    return configuration
  }
}
