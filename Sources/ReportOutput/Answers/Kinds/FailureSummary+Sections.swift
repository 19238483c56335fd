internal import Analysis

extension FailureSummary {
  /// What failure reports say of a sender, beside what else is known of it.
  var sections: [Section] {
    let table = TableData(
      rows,
      columns: [
        .day("day", "Day") { $0.first },
        .messages("incidents", "Mails", tone: .bad) { $0.incidents },
        .list("failed", "What failed") { FailuresAnswer.counts($0.failures) },
        .list("results", "What became of them") { FailuresAnswer.counts($0.results) },
        .list("header_from", "From domains") { $0.domains.sorted() },
        .list("reporters", "Reporters") { $0.reporters.sorted() }.dispensable(1),
      ])
    return rows.isEmpty
      ? [.only(.programs) { [.table(key: "failures", table)] }]
      : [.heading("Failure reports"), .table(key: "failures", table)]
  }
}
