import DMARC
import ReportStore

/// Makes window facts of simulated reports, as the store would.
struct FactsBuilder {
  private var facts: WindowFacts
  private var domainIDs: [String: Int] = [:]
  private var reporterIDs: [String: Int] = [:]
  private var sourceIDs: [SourceAddress: Int] = [:]
  private var evaluationIDs: [Evaluation: Int] = [:]
  private var evidenceIDs: [Evidence: Int] = [:]
  private let domains: any OrganizationalDomains

  init(window: ClosedRange<Day>, domains: any OrganizationalDomains) {
    facts = WindowFacts(window: window)
    self.domains = domains
  }

  static func facts(
    of reports: [SimulatedReport], window: ClosedRange<Day>,
    domains: any OrganizationalDomains
  ) -> WindowFacts {
    var builder = FactsBuilder(window: window, domains: domains)
    for report in reports where window.contains(report.day) { builder.add(report) }
    builder.facts.newestDay = reports.map(\.day).max()
    builder.facts.names.domains = Dictionary(
      uniqueKeysWithValues: builder.domainIDs.map { ($1, $0) })
    builder.facts.names.reporters = Dictionary(
      uniqueKeysWithValues: builder.reporterIDs.map { ($1, $0) })
    builder.facts.names.sources = Dictionary(
      uniqueKeysWithValues: builder.sourceIDs.map { ($1, $0) })
    builder.facts.names.evaluations = Dictionary(
      uniqueKeysWithValues: builder.evaluationIDs.map { ($1, $0) })
    builder.facts.names.evidence = Dictionary(
      uniqueKeysWithValues: builder.evidenceIDs.map { ($1, $0) })
    return builder.facts
  }

  private static func id<Name: Hashable>(_ name: Name, in ids: inout [Name: Int]) -> Int {
    if let id = ids[name] { return id }
    ids[name] = ids.count + 1
    return ids.count
  }

  private mutating func add(_ report: SimulatedReport) {
    let policyDomain = Self.id(report.domain, in: &domainIDs)
    let reporter = Self.id(report.reporter, in: &reporterIDs)
    var policy = PolicyPublished(domain: report.domain, p: Sent(report.policy.p))
    policy.sp = report.policy.sp.map { Sent($0) } ?? .missing
    for row in report.rows { add(row, report.day, policyDomain, reporter) }
    facts.reports.append(
      ReportFact(
        day: report.day, policyDomain: policyDomain, reporter: reporter,
        begin: report.day.start, end: report.day.start + 86399, policy: policy,
        records: report.rows.count, messages: Int64(report.rows.map(\.messages).reduce(0, +)),
        showsRFC9990: report.isModern, trust: .verified))
  }

  private mutating func add(
    _ row: SimulatedReport.Row, _ day: Day, _ policyDomain: Int, _ reporter: Int
  ) {
    let evidence = row.look.evidence
    let recomputed = Recomputation(domains: domains, dkimMode: .relaxed, spfMode: .relaxed)
      .alignment(of: evidence, identifiers: Identifiers(headerFrom: row.look.from))
    let evaluation = Evaluation(
      disposition: Sent(row.disposition), dkim: Sent(row.dkim ? .pass : .fail),
      spf: Sent(row.spf ? .pass : .fail), overrides: row.look.overrides)
    facts.traffic.append(
      TrafficFact(
        day: day, policyDomain: policyDomain,
        headerFrom: Self.id(row.look.from, in: &domainIDs),
        source: Self.id(SourceAddress(row.address) ?? .unknown, in: &sourceIDs),
        reporter: reporter, evaluation: Self.id(evaluation, in: &evaluationIDs),
        evidence: Self.id(evidence, in: &evidenceIDs), recomputed: recomputed,
        messages: Int64(row.messages)))
  }
}

extension Look {
  var evidence: Evidence {
    Evidence(
      dkim: signatures.map {
        DKIMSignature(domain: $0.domain, selector: $0.selector, result: Sent($0.result))
      },
      spf: [SPFCheck(domain: spfDomain, scope: Sent(.mfrom), result: Sent(spf))])
  }
}
