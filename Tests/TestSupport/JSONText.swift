public import Foundation

/// A JSON value, read by Foundation.
public struct JSONText: @unchecked Sendable {
  private let value: Any?

  /// Reads a whole text.
  public init(_ data: Data) throws {
    value = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
  }

  /// Reads a file.
  public init(file: URL) throws {
    try self.init(Data(contentsOf: file))
  }

  private init(value: Any?) {
    self.value = value
  }

  /// A member of an object.
  public subscript(name: String) -> JSONText {
    JSONText(value: (value as? [String: Any])?[name])
  }

  /// The members of an object.
  public var members: [String: JSONText] {
    ((value as? [String: Any]) ?? [:]).mapValues(JSONText.init(value:))
  }

  /// The elements of an array.
  public var items: [JSONText] { ((value as? [Any]) ?? []).map(JSONText.init(value:)) }

  /// A text; "" for anything else.
  public var text: String { value as? String ?? "" }

  /// A whole number; -1 for anything else.
  public var integer: Int { (value as? NSNumber)?.intValue ?? -1 }

  /// The value as a CSV field has it: arrays with spaces between, null as nothing.
  public var plain: String {
    switch value {
    case let text as String: text
    case let number as NSNumber: number.stringValue
    case let array as [Any]: array.map { JSONText(value: $0).plain }.joined(separator: " ")
    default: ""
    }
  }
}
