/// Something in a directory that was not followed or opened.
public struct SkippedEntry: Sendable, Hashable {
  /// Why an entry was skipped.
  public enum Reason: Sendable, Hashable {
    /// A symbolic link that leads out of the directory given, or nowhere.
    case linkLeadsOutside
    /// A FIFO, socket or device.
    case notRegular
    /// A directory or file that cannot be opened; the number is `errno`.
    case notReadable(errno: Int32)
  }

  /// Its path, for people.
  public let name: String
  /// Why it was skipped.
  public let reason: Reason

  /// Whether it was meant to be read, and could not be.
  public var isFailure: Bool {
    switch reason {
    case .notReadable: true
    case .linkLeadsOutside, .notRegular: false
    }
  }

  /// An entry left out for this reason.
  public init(name: String, reason: Reason) {
    self.name = name
    self.reason = reason
  }
}
