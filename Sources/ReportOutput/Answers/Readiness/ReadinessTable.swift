internal import Analysis
internal import DMARC

/// The readiness of domains, a row each.
enum ReadinessTable {
  static func table(_ domains: [DomainReadiness]) -> TableData {
    TableData(
      columns: columns,
      rows: domains.flatMap { domain in
        [row(domain, "domain", domain.own)]
          + (domain.subdomains.map { [row(domain, "subdomains", $0)] } ?? [])
      },
      whenEmpty: "No reports in the window.")
  }

  private static let columns: [Column] = [
    .text("domain", "Domain"), .text("scope", "Scope"), .text("verdict", "Verdict"),
    .text("rung", "Rung"), .text("next_rung", "Next"), .count("messages", "Messages"),
    .share("raw_pass_rate", "Raw pass"), .count("legitimate", "Legitimate"),
    .count("at_risk", "At risk"), .share("at_risk_share", "At risk %"),
    .count("forwarded", "Forwarded"), .count("spoofed", "Spoofed"),
    .list("unmet_gates", "Unmet gates"), .day("earliest", "Earliest"),
    .text("first_fix", "First fix"), .text("record", "Record"),
  ]

  private static func row(
    _ domain: DomainReadiness, _ name: String, _ scope: ScopeReadiness
  ) -> [Cell] {
    [
      .text(domain.domain), .text(name), .text(scope.verdict.rawValue),
      .text(scope.rung.rawValue), .text(scope.nextRung.rawValue), .count(scope.messages),
      scope.rawPassRate.map { .share($0) } ?? .empty, .count(scope.legitimate),
      .count(scope.atRisk), scope.atRiskShare.map { .share($0) } ?? .empty,
      .count(scope.forwarded), .count(scope.spoofed),
      .list(scope.unmet.map(\.name.rawValue)), .day(orEmpty: scope.earliest),
      .text(orEmpty: scope.fixes.first?.identity.text), .text(domain.next.record),
    ]
  }
}
