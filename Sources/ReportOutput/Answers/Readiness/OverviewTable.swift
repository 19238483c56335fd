internal import Analysis
internal import DMARC

/// Domains at a glance, a row each.
enum OverviewTable {
  static func table(
    _ rows: [DomainReadiness], groups: ((String) -> [String])? = nil,
    whenEmpty: String? = nil
  ) -> TableData {
    TableData(rows, columns: columns(groups), whenEmpty: whenEmpty)
  }

  private static func columns(
    _ groups: ((String) -> [String])?
  ) -> [Column<DomainReadiness>] {
    [
      .text("domain", "Domain", elision: .never) { $0.domain },
      .text("verdict", "Verdict", tone: .verdict) { $0.verdict.rawValue },
      .text("policy", "Policy") { $0.policy.p.rawValue },
      .messages("messages", "Messages") { $0.own.messages },
      .messages("at_risk", "At risk", tone: .bad) { $0.own.atRisk },
      .share("at_risk_share", "At risk %") { $0.own.atRiskShare }.dispensable(3),
      .text("subdomains", "Subdomains") { $0.subdomains?.verdict.rawValue }.dispensable(4),
      .day("newest_report", "Newest") { $0.newestReport }.dispensable(1),
      .text("missing", "What is missing") { MissingText(domain: $0).text }.wanting(24),
    ]
      + (groups.map { groups in
        [.list("groups", "Groups") { groups($0.domain) }.dispensable(5)]
      } ?? [])
  }
}
