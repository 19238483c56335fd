/// Numbers as Prometheus reads them: its text format 0.0.4
/// (https://prometheus.io/docs/instrumenting/exposition_formats/).
enum ExpositionText {
  /// The families that have a number, each under its help and type; no time stands with the numbers,
  /// as node_exporter refuses files that have one.
  static func text(_ families: [GaugeFamily]) -> String {
    families.filter { !$0.samples.isEmpty }.map(text).joined()
  }

  private static func text(_ family: GaugeFamily) -> String {
    let lines = family.samples.map { "\(family.name)\(labels($0.labels)) \(number($0.value))\n" }
    return "# HELP \(family.name) \(family.help)\n# TYPE \(family.name) gauge\n" + lines.joined()
  }

  private static func labels(_ labels: [(name: StaticString, value: String)]) -> String {
    guard !labels.isEmpty else { return "" }
    let parts = labels.map { "\($0.name)=\"\(escaped($0.value))\"" }
    return "{\(parts.joined(separator: ","))}"
  }

  /// A label's value has any characters; these three end it or are taken for something else.
  private static func escaped(_ value: String) -> String {
    value.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "\\": text += "\\\\"
      case "\"": text += "\\\""
      case "\n": text += "\\n"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  private static func number(_ value: Double) -> String {
    // Whole up to 2^53, as times are.
    Int64(exactly: value).map { String($0) } ?? DecimalText.number(value) ?? "NaN"
  }
}
