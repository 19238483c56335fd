import Glibc

extension IntakeItem {
  /// Tells whether the item is still the same when it is met again; `nil` where nothing can.
  ///
  /// A message is known by its base name, a file by its size and time, and a message of an mbox
  /// by those and its place in it. What came by standard input is never met again.
  public var stamp: String? {
    switch place {
    case .message: identity
    case .file(let path): Self.stamp(of: path)
    case .part(let path, let range):
      Self.stamp(of: path).map { "\($0)-\(range.lowerBound)-\(range.count)" }
    case .spooled: nil
    }
  }

  /// The stamp of what can change while it is read, to be taken before.
  ///
  /// A file that was still being copied is another one then. `nil` for a message, whose name is
  /// its stamp.
  public var changingStamp: String? {
    if case .message = place { return nil }
    return stamp
  }

  /// Whether a later run can meet the item again.
  public var isMetAgain: Bool {
    if case .spooled = place { return false }
    return true
  }

  private static func stamp(of path: RawName) -> String? {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return nil }
    return "\(status.st_size)-\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }
}
