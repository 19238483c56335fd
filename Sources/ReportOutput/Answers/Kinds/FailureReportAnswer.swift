public import DMARC

/// What is kept of one failure report, as people read it.
public struct FailureReportAnswer {
  private let report: FailureReport
  private let name: String

  /// The answer for a report that was found under a name.
  public init(_ report: FailureReport, name: String) {
    self.report = report
    self.name = name
  }

  /// The document, in the form `dmarc-report/failure-report` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/failure-report", version: 1,
        fields: [
          "name": .string(name),
          "reporting_host": .string(orNull: report.reporter),
          "day": .string(orNull: report.day?.text),
          "source": .string(report.source.text),
          "header_from": .string(orNull: report.domain),
          "failed": .string(report.failure),
          "result": .string(report.result),
          "incidents": .integer(report.incidents),
        ]),
      sections: [
        .heading("Failure report"),
        .facts([
          Fact("Reported by", .text(report.reporter ?? "not said")),
          Fact("Day", .text(report.day?.text ?? "not said")),
          Fact("Source", .text(report.source.text)),
          Fact("From domain", .text(report.domain ?? "not said")),
          Fact("What failed", .text(Self.word(report.failure))),
          Fact("What became of it", .text(Self.word(report.result))),
          Fact("Mails", .count(report.incidents)),
        ]),
        .paragraph("No more than this is read of such a report, and kept of it."),
      ])
  }

  private static func word(_ word: String) -> String { word.isEmpty ? "not said" : word }
}
