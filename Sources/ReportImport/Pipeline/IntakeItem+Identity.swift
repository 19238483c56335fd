import Glibc
public import ReportIntake

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
}

extension Inbox {
  /// The path without links and dots: a Maildir is the same by whatever name it is given.
  public var resolvedPath: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
