internal import Analysis
internal import DMARC

/// The readiness of domains, with a row for each, and one for its subdomains where they send.
enum ReadinessTable {
  private struct Row {
    let domain: DomainReadiness
    let name: String
    let scope: ScopeReadiness
  }

  static func table(_ domains: [DomainReadiness]) -> TableData {
    TableData(
      domains.flatMap { domain in
        [Row(domain: domain, name: "domain", scope: domain.own)]
          + (domain.subdomains.map { [Row(domain: domain, name: "subdomains", scope: $0)] } ?? [])
      },
      columns: columns)
  }

  private static var columns: [Column<Row>] {
    [
      .text("domain", "Domain", elision: .never) { $0.domain.domain },
      .text("scope", "Scope") { $0.name },
      .text("verdict", "Verdict", tone: .verdict) { $0.scope.verdict.rawValue },
      .text("rung", "Rung") { $0.scope.rung.rawValue },
      .text("next_rung", "Next") { $0.scope.nextRung.rawValue },
      .messages("messages", "Messages") { $0.scope.messages },
      .share("raw_pass_rate", "Raw pass") { $0.scope.rawPassRate },
      .messages("legitimate", "Legitimate") { $0.scope.legitimate },
      .messages("at_risk", "At risk") { $0.scope.atRisk },
      .share("at_risk_share", "At risk %") { $0.scope.atRiskShare },
      .messages("forwarded", "Forwarded") { $0.scope.forwarded },
      .messages("spoofed", "Spoofed") { $0.scope.spoofed },
      .list("unmet_gates", "Unmet gates") { $0.scope.unmet.map(\.name.rawValue) },
      .day("earliest", "Earliest") { $0.scope.earliest },
      .text("first_fix", "First fix", elision: .never) { $0.scope.fixes.first?.identity.text },
      .text("record", "Record") { $0.domain.next.record },
    ]
  }
}
