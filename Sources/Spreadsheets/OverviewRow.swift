internal import Analysis
internal import DMARC
internal import Facts
internal import ReportOutput

/// A domain, or all of them, with its state and what to do.
struct OverviewRow {
  let domain: DomainReadiness?
  let totals: TrafficTotals
  let counts: KindCounts

  init(_ domain: DomainReadiness, _ totals: TrafficTotals) {
    self.domain = domain
    self.totals = totals
    counts = domain.timeline?.total ?? KindCounts()
  }

  init(totalOf rows: [OverviewRow]) {
    domain = nil
    totals = rows.reduce(into: TrafficTotals()) { $0.add($1.totals) }
    counts = rows.reduce(into: KindCounts()) { $0 += $1.counts }
  }

  static func columns(period: ReportedWindow) -> [Column<OverviewRow>] {
    [
      .text("domain", "Domain") { $0.domain?.domain ?? "Total" },
      .text("verdict", "Verdict") { $0.domain?.verdict.rawValue },
      .text("policy", "Policy now") { $0.domain?.policy.tags },
      .text("next", "Next policy") { $0.domain.map { "p=\($0.own.nextRung.rawValue)" } },
      .day("from", "From") { _ in period.from },
      .day("to", "To") { _ in period.to },
      .messages("messages", "Messages") { $0.totals.messages },
      .share("pass_share", "Pass") {
        $0.totals.passed
      } of: {
        $0.totals.messages
      },
      .messages("pass", "Passing") { $0.totals.passed },
      .messages("fail", "Failing") { $0.totals.failed },
      .messages("at_risk", "At risk") { $0.counts[.atRisk] },
      .share("at_risk_share", "At risk, of own mail") {
        $0.counts[.atRisk]
      } of: {
        $0.counts[.atRisk] + $0.counts[.passes]
      },
      .messages("in_question", "In question") { $0.counts[.inQuestion] },
      .messages("forwarded", "Forwarded") { $0.counts[.forwarded] },
      .messages("spoofed", "Spoofed") { $0.counts[.spoofed] },
      .text("state", "What that means") { row in
        row.domain.map { ScopeText($0.own, domain: $0.domain, names: .init()).verdictSentence }
      },
    ]
  }
}
