internal import DMARC
internal import Facts
public import ReportParsing

/// One report as people read it.
public struct ReportAnswer {
  private let report: Report
  private let name: String

  /// The answer for a report that was found under a name.
  public init(_ report: Report, name: String) {
    self.report = report
    self.name = name
  }

  /// The document, in the form `dmarc-report/report` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(schema: "dmarc-report/report", version: 1, fields: fields),
      sections: [
        .heading("Report \(metadata.reportID) of \(metadata.organization)"), .facts(facts),
        .table(
          TableData(records, columns: RecordColumns.all, whenEmpty: "No records.")),
      ] + deviations)
  }

  private var records: some Sequence<StoredRecord> {
    let key = report.header.key
    return report.records.lazy.map { record in
      StoredRecord(
        day: metadata.day, reporter: key.reporter, policyDomain: key.policyDomain,
        reportID: key.reportID, begin: key.begin, end: key.end, record: record)
    }
  }

  private var metadata: ReportMetadata { report.header.metadata }
  private var policy: PolicyPublished { report.header.policy }

  private var fields: KeyValuePairs<String, JSONValue> {
    [
      "name": .string(name),
      "reporter": .string(metadata.organization),
      "email": .string(metadata.email),
      "extra_contact_info": .string(orNull: metadata.extraContactInfo),
      "report_id": .string(metadata.reportID),
      "begin": .string(Instant.text(metadata.begin)),
      "end": .string(Instant.text(metadata.end)),
      "day": .string(metadata.day.text),
      "errors": .array(metadata.errors.map { .string($0) }),
      "generator": .string(orNull: metadata.generator),
      "xml_version": .string(orNull: report.header.version),
      "namespace": .string(orNull: report.header.namespace),
      "policy": policyJSON,
      "left_out": .integer(Int64(report.leftOut)),
      "deviations": .array(report.deviations.map(\.json)),
    ]
  }

  private var policyJSON: JSONValue {
    .object([
      "domain": .string(policy.domain), "p": Self.word(policy.p.shown),
      "sp": Self.word(policy.sp.shown), "np": Self.word(policy.np.shown),
      "adkim": Self.word(policy.adkim.shown), "aspf": Self.word(policy.aspf.shown),
      "pct": .string(orNull: policy.pct), "fo": .string(orNull: policy.fo),
      "testing": .string(orNull: policy.testing),
      "discovery_method": Self.word(policy.discoveryMethod.shown),
    ])
  }

  /// A word as sent; null for one that was not.
  private static func word(_ shown: String) -> JSONValue {
    shown.isEmpty ? .null : .string(shown)
  }

  private var facts: [Fact] {
    var facts = [
      Fact("From", .text("\(metadata.organization) <\(metadata.email)>")),
      Fact(
        "Period",
        .text("\(Instant.text(metadata.begin)) to \(Instant.text(metadata.end)) UTC")),
      Fact("Policy", .text(policyText)),
      Fact("Messages", .count(report.records.map(\.count).total())),
    ]
    if let contact = metadata.extraContactInfo { facts.append(Fact("Contact", .text(contact))) }
    if let generator = metadata.generator { facts.append(Fact("Generator", .text(generator))) }
    for error in metadata.errors { facts.append(Fact("Error", .text(error))) }
    return facts
  }

  private var policyText: String {
    let tags = [
      ("p", policy.p.shown), ("sp", policy.sp.shown), ("np", policy.np.shown),
      ("adkim", policy.adkim.shown), ("aspf", policy.aspf.shown), ("pct", policy.pct ?? ""),
      ("fo", policy.fo ?? ""), ("t", policy.testing ?? ""),
    ].filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1)" }
    return "\(policy.domain): \(tags.joined(separator: "; "))"
  }

  private var deviations: [Section] {
    var lines = report.deviations.map(\.sentence)
    if report.leftOut > 0 {
      lines.append(
        "\(Human.counted(Int64(report.leftOut), "record")) left out: no usable count")
    }
    return lines.isEmpty ? [] : [.heading("Deviations from the standards"), .items(lines)]
  }
}
