/// A JSON value that keeps the order of its members.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// A finite number; others are written as `null`, JSON has no word for them.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  /// An object of these pairs, in this order.
  public static func object(_ pairs: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(pairs.map { JSONMember($0.key, $0.value) })
  }

  /// The text, or null.
  public static func string(orNull text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}

/// A named value in a JSON object.
public struct JSONMember: Hashable, Sendable {
  /// The name.
  public var key: String
  /// The value.
  public var value: JSONValue

  /// A named value.
  public init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}
