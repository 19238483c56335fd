/// An input that is refused, as the import records it.
public struct IncomingProblem: Sendable {
  /// The file or mail and the part of it, for people.
  public var input: String
  /// Tells whether the input is still the same when it is met again.
  public var stamp: String
  /// A stable word for what is wrong.
  public var reason: String
  /// The sentence that is printed.
  public var detail: String

  /// A problem of its parts.
  public init(input: String, stamp: String, reason: String, detail: String) {
    self.input = input
    self.stamp = stamp
    self.reason = reason
    self.detail = detail
  }
}
