import Facts
import GRDB

extension StoreError {
  /// What SQLite said, in the store's own terms; a `StoreError` stays what it is.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as StoreError:
      self = error
    case let error as DatabaseError:
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
      case .SQLITE_INTERRUPT: self = .cancelled
      case .SQLITE_FULL: self = .full(path: path)
      case .SQLITE_CANTOPEN, .SQLITE_READONLY: self = .notWritable(path: path)
      case .SQLITE_NOTADB: self = .notOurs(path: path)
      default:
        self = .sqlite(
          path: path, code: error.extendedResultCode.rawValue,
          message: error.message ?? String(describing: error.resultCode))
      }
    default:
      self = .sqlite(path: path, code: 0, message: String(describing: error))
    }
  }
}
