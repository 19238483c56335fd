/// The names of the limits, and the options that raise them.
enum ParsingLimit: String {
  case depth, textBytes, sectionBytes, records, resultsPerRecord, attributes, markupBytes
  case wholeBytes

  var option: String {
    switch self {
    case .depth: "--max-depth"
    case .textBytes: "--max-text-bytes"
    case .sectionBytes: "--max-section-bytes"
    case .records: "--max-records"
    case .resultsPerRecord: "--max-results-per-record"
    case .attributes: "--max-attributes"
    case .markupBytes: "--max-markup-bytes"
    case .wholeBytes: "--max-whole-bytes"
    }
  }

  /// What a document is turned away with that goes beyond the limit, which is `value`.
  func refusal(_ value: Int) -> ReportRefusal {
    .limit(name: rawValue, value: value, option: option)
  }
}
