internal import DMARC

extension Deviation {
  /// The deviation in a line.
  var sentence: String {
    let times = occurrences > 1 ? " (\(occurrences) times)" : ""
    return "\(name)\(times)\(example.map { ": \($0)" } ?? "")"
  }

  var json: JSONValue {
    .object([
      "name": .string(name), "occurrences": .integer(Int64(occurrences)),
      "example": .string(orNull: example),
    ])
  }
}
