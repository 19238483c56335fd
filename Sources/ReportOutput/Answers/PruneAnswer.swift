internal import DMARC
public import Facts

/// What a prune deleted, or would delete, as a document.
public struct PruneAnswer {
  private let counts: PruneCounts
  private let request: PruneRequest

  /// The answer to a request.
  public init(_ counts: PruneCounts, of request: PruneRequest) {
    self.counts = counts
    self.request = request
  }

  /// The document, in the form `dmarc-report/prune` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/prune", version: 1,
        fields: [
          "dry_run": .bool(request.isDryRun),
          "before": .string(orNull: request.before?.text),
          "domains": .array(request.domains.map { .string($0) }),
          "reports": .integer(Int64(counts.reports)),
          "records": .integer(Int64(counts.records)),
          "names": .integer(Int64(counts.names)),
          "tls_reports": .integer(Int64(counts.tlsReports)),
          "failure_reports": .integer(Int64(counts.failureReports)),
        ]),
      sections: [.paragraph(sentence)])
  }

  private var sentence: String {
    let age = request.before.map { " older than \($0.text)" } ?? ""
    let domains = request.domains.isEmpty ? "" : " about \(request.domains.joined(separator: ", "))"
    return "\(request.isDryRun ? "Would delete" : "Deleted") what is\(age)\(domains): "
      + "\(Human.counted(Int64(counts.reports), "report")), "
      + "\(Human.counted(Int64(counts.records), "record")), "
      + "\(Human.counted(Int64(counts.names), "name"))\(others)."
  }

  /// Reports of other kinds, where there were any.
  private var others: String {
    [(counts.tlsReports, "TLS report"), (counts.failureReports, "failure report")]
      .filter { $0.0 > 0 }.map { ", \(Human.counted(Int64($0.0), $0.1))" }.joined()
  }
}
