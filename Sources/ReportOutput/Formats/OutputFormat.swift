/// What an answer may be written as.
///
/// The one place that knows every format: a new case does not compile until it is said whom it is
/// for and who renders it.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Aligned columns and sentences for people.
  case table
  /// The document's first table, RFC 4180.
  case csv
  /// The whole document as one JSON object.
  case json
  /// The document's first table, one JSON object a line.
  case ndjson

  /// Whom the format is for.
  public var reader: Reader {
    switch self {
    case .table: .people
    case .json: .programs
    case .csv, .ndjson: .spreadsheets
    }
  }

  func renderer(
    style: TextStyle, dialect: CSVDialect = .init(), output: Output
  ) -> any DocumentRenderer {
    switch self {
    case .table: TextRenderer(style: style, output: output)
    case .csv: CSVRenderer(dialect, output: output)
    case .json: JSONRenderer(output: output)
    case .ndjson: NDJSONRenderer(output: output)
    }
  }
}
