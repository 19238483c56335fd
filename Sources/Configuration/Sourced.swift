/// A setting, and where it was made.
public struct Sourced<Value: Sendable>: Sendable {
  /// What was set.
  public var value: Value
  /// The path of the file.
  public var file: String
  /// The line, from 1; `nil` where it cannot be told.
  public var line: Int?

  /// A setting of a place.
  public init(_ value: Value, file: String, line: Int?) {
    self.value = value
    self.file = file
    self.line = line
  }
}

extension Sourced {
  /// The place as people write it.
  public var place: String { file + (line.map { ":\($0)" } ?? "") }
}
