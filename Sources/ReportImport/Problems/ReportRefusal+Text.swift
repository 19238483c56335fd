public import ReportParsing

extension ReportRefusal {
  /// A stable word for the kind of refusal.
  public var reason: String {
    switch self {
    case .empty: "empty"
    case .notXML: "not-xml"
    case .notDMARC: "not-dmarc"
    case .doctype: "doctype"
    case .notWellFormed, .damagedJSON: "not-well-formed"
    case .truncated: "truncated"
    case .severalReports: "several-reports"
    case .missing: "missing"
    case .invalidPeriod: "invalid-period"
    case .invalidDomain: "invalid-domain"
    case .limit: "limit"
    }
  }

  /// What is wrong, in a sentence without a full stop.
  public var sentence: String {
    switch self {
    case .empty: "it is empty"
    case .notXML: "it is not XML"
    case .notDMARC(let root): "it is XML, but <\(root)> is not an aggregate report"
    case .doctype:
      "it has a document type declaration or entities, which no report needs and attackers use"
    case .notWellFormed(let line, let message):
      "the XML is damaged at line \(line): \(message)"
    case .damagedJSON(let line, let message):
      "the JSON is damaged at line \(line): \(message)"
    case .truncated: "it is cut off before its end"
    case .severalReports: "it holds several <feedback> elements"
    case .missing(let names): "it lacks \(names.joined(separator: ", "))"
    case .invalidPeriod(let text): "its period is not a time: \(text)"
    case .invalidDomain(let text): "its policy is not of one domain: \(text)"
    case .limit(let name, let value, let option):
      "it has more than \(value) \(Self.phrase(limit: name)); \(option) raises the limit"
    }
  }

  /// What a limit counts, in words.
  private static func phrase(limit name: String) -> String {
    switch name {
    case "depth": "elements one in another"
    case "textBytes": "bytes of text in an element"
    case "sectionBytes": "bytes of text in a section"
    case "resultsPerRecord": "results in a record"
    case "attributes": "attributes of an element"
    case "markupBytes": "bytes in a tag or comment"
    case "wholeBytes": "bytes, which are in memory as a whole"
    default: name
    }
  }
}
