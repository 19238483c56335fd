/// What an answer may be written as.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Aligned columns and sentences for people.
  case table
  /// The document's first table, RFC 4180.
  case csv
  /// The whole document as one JSON object.
  case json
  /// The document's first table, one JSON object a line.
  case ndjson
}
