import Glibc
import ReportIntake

extension IntakeItem {
  /// Lends the bytes of a Maildir message's base name; `nil` for anything else.
  func withIdentity<T>(_ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T? {
    guard var identity else { return nil }
    return try identity.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
  }

  /// What the item is called in what is kept of it: neither flags nor `new` and `cur` change it.
  func lastingName(in inbox: Inbox) -> String {
    identity.map { "\(inbox.path)/\($0)" } ?? name
  }

  /// Tells whether the item is still the same when it is met again: a message by its base name,
  /// a file by its size and time.
  var stamp: String {
    if let identity { return identity }
    var status = stat()
    guard stat(name, &status) == 0 else { return "" }
    return "\(status.st_size)-\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }
}
