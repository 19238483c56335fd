public import DMARC

/// One TLS report as people read it.
public struct TLSReportAnswer {
  private let report: TLSReport
  private let name: String

  /// The answer for a report that was found under a name.
  public init(_ report: TLSReport, name: String) {
    self.report = report
    self.name = name
  }

  private var metadata: ReportMetadata { report.metadata }

  /// The document, in the form `dmarc-report/tls-report` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/tls-report", version: 1,
        fields: [
          "name": .string(name),
          "reporter": .string(metadata.organization),
          "contact": .string(metadata.email),
          "report_id": .string(metadata.reportID),
          "begin": .string(Instant.text(metadata.begin)),
          "end": .string(Instant.text(metadata.end)),
          "day": .string(metadata.day.text),
          "successful": .integer(report.sessions.successful),
          "failed": .integer(report.sessions.failed),
          "left_out": .integer(Int64(report.leftOut)),
          "deviations": .array(report.deviations.map(\.json)),
        ]),
      sections: [
        .heading("TLS report \(metadata.reportID) of \(metadata.organization)"), .facts(facts),
        .table(policies),
      ] + failures + deviations)
  }

  private var facts: [Fact] {
    [
      Fact("From", .text("\(metadata.organization) <\(metadata.email)>")),
      Fact(
        "Period", .text("\(Instant.text(metadata.begin)) to \(Instant.text(metadata.end)) UTC")),
      Fact(
        "Sessions",
        .text(
          "\(Human.count(report.sessions.successful)) went well, "
            + "\(Human.count(report.sessions.failed)) failed")),
    ]
  }

  private var policies: TableData {
    TableData(
      report.policies,
      columns: [
        .text("domain", "Domain", elision: .never) { $0.domain },
        .text("policy_type", "Policy") { $0.type },
        .messages("successful", "Went well", tone: .good) { $0.successful },
        .messages("failed", "Failed", tone: .bad) { $0.failed },
        .list("mx_hosts", "MX") { $0.hosts }.dispensable(1),
        .list("policy_lines", "As found") { $0.lines }.dispensable(2),
      ], whenEmpty: "No policy that can be counted.")
  }

  private struct Line {
    let domain: String
    let failure: TLSFailure
  }

  private var failures: [Section] {
    let lines = report.policies.flatMap { policy in
      policy.failures.map { Line(domain: policy.domain, failure: $0) }
    }
    let table = TableData(
      lines,
      columns: [
        .text("result_type", "Result") { $0.failure.result },
        .text("domain", "Domain", elision: .never) { $0.domain },
        .text("mx", "MX", elision: .never) { $0.failure.receivingHost },
        .text("address", "Address", elision: .never) { $0.failure.receivingAddress },
        .text("sender", "From") { $0.failure.sendingAddress }.dispensable(2),
        .messages("sessions", "Sessions", tone: .bad) { $0.failure.sessions },
        .text("reason_code", "Reason") { $0.failure.reason }.dispensable(1),
        .text("information", "More") { $0.failure.information }.dispensable(3),
      ])
    return lines.isEmpty
      ? [.only(.programs) { [.table(key: "failures", table)] }]
      : [.heading("How sessions failed"), .table(key: "failures", table)]
  }

  private var deviations: [Section] {
    var lines = report.deviations.map(\.sentence)
    if report.leftOut > 0 {
      lines.append(
        "\(Human.counted(Int64(report.leftOut), "policy or failure", "policies and failures")) "
          + "left out: they cannot be counted")
    }
    return lines.isEmpty ? [] : [.heading("Deviations from RFC 8460"), .items(lines)]
  }
}
