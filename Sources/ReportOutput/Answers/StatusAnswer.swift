internal import DMARC
public import Facts

/// The state of the store as a document.
public struct StatusAnswer {
  private let status: StoreStatus
  private let path: String

  /// The answer about the database at `path`.
  public init(_ status: StoreStatus, path: String) {
    self.status = status
    self.path = path
  }

  /// The document, in the form `dmarc-report/status` version 1 (docs/output.md).
  public var document: OutputDocument {
    OutputDocument(
      head: DocumentHead(
        schema: "dmarc-report/status", version: 1,
        fields: [
          "database": .string(path),
          "bytes": .integer(status.bytes),
          "reports": .integer(Int64(status.reports)),
          "records": .integer(Int64(status.records)),
          "messages": .integer(status.messages),
          "policy_domains": .integer(Int64(status.policyDomains)),
          "reporters": .integer(Int64(status.reporters)),
          "problems": .integer(Int64(status.problems)),
          "oldest_day": .string(orNull: status.oldestDay?.text),
          "newest_day": .string(orNull: status.newestDay?.text),
          "missing_days": .array(status.missingDays.map { .string($0.text) }),
          "last_import": .string(orNull: lastImport?.time),
          "last_import_finished": .bool(lastImport?.finished ?? false),
          "tls_reports": .integer(Int64(status.tlsReports)),
          "failure_reports": .integer(Int64(status.failureReports)),
        ]),
      sections: [.facts(facts)])
  }

  private var facts: [Fact] {
    [
      Fact("Database", .text("\(path), \(Human.bytes(status.bytes))")),
      Fact(
        "Reports",
        .text(
          "\(Human.count(Int64(status.reports))) from "
            + "\(Human.counted(Int64(status.reporters), "reporter")) about "
            + Human.counted(Int64(status.policyDomains), "domain"))),
      Fact("Records", .count(Int64(status.records))),
      Fact("Messages", .count(status.messages)),
      Fact("TLS reports", .count(Int64(status.tlsReports))),
      Fact("Failure reports", .count(Int64(status.failureReports))),
      Fact("Newest report", .day(orEmpty: status.newestDay)),
      Fact("Oldest report", .day(orEmpty: status.oldestDay)),
      Fact(
        "Days without",
        .text(status.missingDays.isEmpty ? "none" : DayRanges.text(status.missingDays))),
      Fact("Last import", .text(lastImportText)),
      Fact("Problems", .count(Int64(status.problems))),
    ]
  }

  private var lastImport: (time: String, finished: Bool)? {
    status.lastImport.map { (Instant.text($0.finished ?? $0.started), $0.finished != nil) }
  }

  private var lastImportText: String {
    guard let lastImport else { return "none" }
    return lastImport.finished
      ? "\(lastImport.time) UTC" : "\(lastImport.time) UTC, did not come to its end"
  }
}
