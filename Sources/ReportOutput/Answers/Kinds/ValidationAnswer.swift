public import DMARC
public import ReportParsing

/// How a report keeps to its standard, in words that can be sent to whoever made it.
public struct ValidationAnswer {
  /// Something that the standard does not have.
  private struct Fault {
    /// What found it: the schema, or the tolerant reader.
    let by: String
    let text: String
    let line: Int?
    let occurrences: Int
    let example: String?
  }

  private let name: String
  private let kind: String
  private let standard: String
  private let metadata: ReportMetadata
  private let domains: String
  private let faults: [Fault]

  /// The answer about an aggregate report that was found under a name, held against a standard.
  public init(
    _ report: Report, against standard: ReportStandard, faults: [SchemaFault], name: String
  ) {
    self.name = name
    kind = "aggregate"
    self.standard = standard.rawValue
    metadata = report.header.metadata
    domains = report.header.policy.domain
    self.faults =
      Self.namespace(report.header.namespace, standard) + faults.map(Self.fault)
      + report.deviations.map(Self.fault)
  }

  /// The answer about a TLS report, which has no schema.
  public init(_ report: TLSReport, name: String) {
    self.name = name
    kind = "tls"
    standard = "RFC 8460"
    metadata = report.metadata
    domains = report.domains.joined(separator: ", ")
    faults = report.deviations.map(Self.fault)
  }

  /// Whether nothing was found.
  public var keeps: Bool { faults.isEmpty }

  // MARK: Faults

  private static func namespace(_ found: String?, _ standard: ReportStandard) -> [Fault] {
    guard let wanted = standard.namespace, found != wanted else { return [] }
    return [
      Fault(
        by: "schema", text: "The namespace of the report is not \(wanted).", line: nil,
        occurrences: 1, example: found)
    ]
  }

  private static func fault(_ fault: SchemaFault) -> Fault {
    Fault(
      by: "schema", text: fault.text, line: fault.line, occurrences: fault.occurrences,
      example: nil)
  }

  private static func fault(_ deviation: Deviation) -> Fault {
    let met = DeviationName(rawValue: deviation.name)?.documentation.met ?? deviation.name
    return Fault(
      by: "reader", text: met.replacing("`", with: ""), line: nil,
      occurrences: deviation.occurrences, example: deviation.example)
  }

  // MARK: The document

  /// The document, in the form `dmarc-report/validation` version 1 (docs/output.md).
  public var document: OutputDocument {
    let table = Section.table(
      TableData(
        faults,
        columns: [
          .text("found_by", "Found by") { $0.by },
          .text("what", "What") { $0.text },
          .count("line", "Line") { $0.line.map { Int64($0) } },
          .count("occurrences", "Times") { Int64($0.occurrences) },
          .text("example", "Example") { $0.example },
        ]))
    let letter = letter
    return OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/validation", version: 1,
        fields: [
          "name": .string(name),
          "kind": .string(kind),
          "reporter": .string(metadata.organization),
          "report_id": .string(metadata.reportID),
          "standard": .string(standard),
          "keeps": .bool(keeps),
        ]),
      sections: [
        .only(.people) { letter }, .only(.programs) { [table] }, .only(.spreadsheets) { [table] },
      ])
  }

  /// What can be sent to the reporter as it stands.
  private var letter: [Section] {
    let report =
      "Report \(metadata.reportID) of \(metadata.organization) about \(domains), "
      + "\(Instant.text(metadata.begin)) to \(Instant.text(metadata.end)) UTC"
    guard !keeps else { return [.paragraph("\(report), keeps to \(standard).")] }
    return [
      .paragraph("\(report), does not keep to \(standard):"), .items(faults.map(Self.sentence)),
    ]
  }

  private static func sentence(_ fault: Fault) -> String {
    let place = fault.line.map { "line \($0): " } ?? ""
    let example = fault.example.map { " For example: \($0)" } ?? ""
    let times = fault.occurrences > 1 ? " (\(fault.occurrences) times)" : ""
    return "\(place)\(fault.text)\(example)\(times)"
  }
}
