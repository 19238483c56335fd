public import Analysis
internal import DMARC
public import Facts

/// The state of domains and of the store as numbers for Prometheus.
///
/// No label's value is chosen by a stranger, who could make a million of them: reporters and senders
/// are counted, never named, and a domain is told of only if it is the operator's.
public struct MetricsAnswer {
  private let domains: [DomainReadiness]
  private let status: StoreStatus
  private let problems: [StoredProblem]

  /// The answer about the domains of a report that `isTold` says may be named.
  public init(
    _ report: ReadinessReport, status: StoreStatus, problems: [StoredProblem],
    isTold: (DomainReadiness) -> Bool
  ) {
    domains = report.domains.filter(isTold)
    self.status = status
    self.problems = problems.filter { !$0.isAcknowledged }
  }

  /// What Prometheus reads (docs/metrics.md).
  public var text: String { ExpositionText.text(ofDomains + ofStore) }

  // MARK: Domains

  private var ofDomains: [GaugeFamily] {
    [
      GaugeFamily(
        "dmarc_report_messages",
        "Messages of the window by kind; the kinds add up to all that were reported.",
        domains.flatMap(messages)),
      GaugeFamily(
        "dmarc_report_at_risk_ratio",
        "Part of the legitimate messages of the window that fails DMARC, 0 to 1.",
        samples { .init($0.own.atRiskShare ?? 0, $1) }),
      GaugeFamily(
        "dmarc_report_verdict",
        "Verdict on the domain: 1 for the one that holds, 0 for the others.",
        domains.flatMap(verdicts)),
      GaugeFamily(
        "dmarc_report_good",
        "Whether the domain and its subdomains are ready, parked or enforced.",
        samples { .init($0.isGood, $1) }),
      GaugeFamily(
        "dmarc_report_policy", "Policy in effect: 1 for the one that holds, 0 for the others.",
        domains.flatMap(policies)),
      GaugeFamily(
        "dmarc_report_gate_met", "Whether a condition of the next policy is met.",
        domains.flatMap(gates)),
      GaugeFamily(
        "dmarc_report_senders_to_fix", "Senders of the owner of which mail would be lost.",
        samples { .init(Double($0.own.fixes.count), $1) }),
      GaugeFamily(
        "dmarc_report_questions", "Senders of which only the owner can say whose they are.",
        samples { .init(Double($0.own.questions.count), $1) }),
      GaugeFamily(
        "dmarc_report_established_reporters", "Reporters that have been reporting for a while.",
        samples { .init(Double($0.establishedReporters.count), $1) }),
      GaugeFamily(
        "dmarc_report_newest_report_timestamp_seconds",
        "Begin of the newest UTC day that a report about the domain tells of.",
        domains.compactMap { domain in
          domain.newestReport.map { .init(Double($0.start), label(domain)) }
        }),
    ]
  }

  private typealias Label = (name: StaticString, value: String)

  private func label(_ domain: DomainReadiness) -> Label { ("domain", domain.domain) }

  private func samples(
    _ sample: (DomainReadiness, Label) -> GaugeFamily.Sample
  ) -> [GaugeFamily.Sample] {
    domains.map { sample($0, label($0)) }
  }

  private func messages(_ domain: DomainReadiness) -> [GaugeFamily.Sample] {
    // Of a domain that is judged together with its subdomains, `own` has their mail already.
    let scopes =
      [domain.own] + (domain.isJudgedTogether ? [] : [domain.subdomains].compactMap(\.self))
    func sample(_ kind: String, _ count: (ScopeReadiness) -> MessageCount) -> GaugeFamily.Sample {
      .init(Double(scopes.map(count).total()), label(domain), ("kind", kind))
    }
    return [
      sample("passes") { $0.legitimate - $0.atRisk }, sample("at_risk") { $0.atRisk },
      sample("in_question") { $0.inQuestion }, sample("forwarded") { $0.forwarded },
      sample("over") { $0.over }, sample("spoofed") { $0.spoofed },
      sample("unproven") { $0.unproven },
    ]
  }

  private func verdicts(_ domain: DomainReadiness) -> [GaugeFamily.Sample] {
    Verdict.worstFirst.map {
      .init(domain.verdict == $0, label(domain), ("verdict", $0.rawValue))
    }
  }

  private func policies(_ domain: DomainReadiness) -> [GaugeFamily.Sample] {
    [Policy.none, .quarantine, .reject].map {
      .init(domain.policy.rung == $0, label(domain), ("policy", $0.rawValue))
    }
  }

  private func gates(_ domain: DomainReadiness) -> [GaugeFamily.Sample] {
    domain.own.gates.map { .init($0.met, label(domain), ("gate", $0.name.rawValue)) }
  }

  // MARK: The store

  private var ofStore: [GaugeFamily] {
    [
      GaugeFamily(
        "dmarc_report_domains_told", "Domains that are named here.",
        [.init(Double(domains.count))]),
      GaugeFamily(
        "dmarc_report_reports", "Aggregate reports stored.", [.init(Double(status.reports))]),
      GaugeFamily(
        "dmarc_report_database_size_bytes", "Size of the database file.",
        [.init(Double(status.bytes))]),
      GaugeFamily(
        "dmarc_report_last_import_timestamp_seconds",
        "When the last import ended, or began if it did not.",
        lastImport { .init(Double($0.finished ?? $0.started)) }),
      GaugeFamily(
        "dmarc_report_last_import_complete", "Whether the last import came to its end.",
        lastImport { .init($0.finished != nil) }),
      GaugeFamily(
        "dmarc_report_problems", "Problems of imports that nobody has acknowledged.",
        ["refused", "conflict"].map { kind in
          .init(Double(problems.count { $0.kind == kind }), ("kind", kind))
        }),
    ]
  }

  private func lastImport(
    _ sample: (ImportRun) -> GaugeFamily.Sample
  ) -> [GaugeFamily.Sample] {
    status.lastImport.map { [sample($0)] } ?? []
  }
}
