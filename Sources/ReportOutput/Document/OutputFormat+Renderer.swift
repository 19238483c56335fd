extension OutputFormat {
  /// The one place that knows every format: a new case does not compile until it is rendered.
  func renderer(style: TextStyle, output: Output) -> any DocumentRenderer {
    switch self {
    case .table: TextRenderer(style: style, output: output)
    case .csv: CSVRenderer(output: output)
    case .json: JSONRenderer(output: output)
    case .ndjson: NDJSONRenderer(output: output)
    }
  }
}
