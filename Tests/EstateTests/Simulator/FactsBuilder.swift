import DMARC
import Facts

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
    return builder.finished()
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
        policy: SharedPolicy(policy), messages: Int64(report.rows.map(\.messages).reduce(0, +)),
        showsRFC9990: report.isModern, trust: .verified))
  }

  private mutating func add(
    _ row: SimulatedReport.Row, _ day: Day, _ policyDomain: Int, _ reporter: Int
  ) {
    let evidence = row.look.evidence
    let identifiers = Identifiers(headerFrom: row.look.from)
    let recomputed = Recomputation(domains: domains, dkimMode: .relaxed, spfMode: .relaxed)
      .alignment(of: evidence, identifiers: identifiers)
    let evaluation = Evaluation(
      disposition: Sent(row.disposition), dkim: Sent(row.dkim ? .pass : .fail),
      spf: Sent(row.spf ? .pass : .fail), overrides: row.look.overrides)
    add(
      Record(
        source: SourceAddress(row.address) ?? .unknown, count: Int64(row.messages),
        evaluation: evaluation, identifiers: identifiers, evidence: evidence,
        recomputed: recomputed), day, policyDomain, reporter)
  }

  private mutating func add(
    _ record: Record, _ day: Day, _ policyDomain: Int, _ reporter: Int
  ) {
    facts.traffic.append(
      TrafficFact(
        day: day, policyDomain: policyDomain,
        headerFrom: record.identifiers.headerFrom.map { Self.id($0, in: &domainIDs) },
        source: Self.id(record.source, in: &sourceIDs), reporter: reporter,
        evaluation: Self.id(record.evaluation, in: &evaluationIDs),
        evidence: Self.id(record.evidence, in: &evidenceIDs), recomputed: record.recomputed,
        messages: record.count))
  }

  /// Adds a report that was read from a file.
  mutating func add(_ header: ReportHeader, _ records: [Record]) {
    let policyDomain = Self.id(header.policy.domain, in: &domainIDs)
    let reporter = Self.id(header.metadata.organization, in: &reporterIDs)
    let day = header.metadata.day
    for record in records { add(record, day, policyDomain, reporter) }
    facts.reports.append(
      ReportFact(
        day: day, policyDomain: policyDomain, reporter: reporter,
        policy: SharedPolicy(header.policy), messages: records.map(\.count).reduce(0, +),
        showsRFC9990: header.showsRFC9990, trust: .verified))
  }

  /// The facts gathered so far.
  func finished() -> WindowFacts {
    var facts = facts
    facts.newestDay = facts.reports.map(\.day).max()
    facts.names.domains = IDMap(Self.names(domainIDs))
    facts.names.reporters = IDMap(Self.names(reporterIDs))
    facts.names.sources = IDMap(Self.names(sourceIDs))
    facts.names.evaluations = IDMap(Self.names(evaluationIDs))
    facts.names.evidence = IDMap(Self.names(evidenceIDs)).mapValues(StoredEvidence.init)
    return facts
  }

  private static func names<Name: Hashable>(_ ids: [Name: Int]) -> [Int: Name] {
    Dictionary(uniqueKeysWithValues: ids.map { ($1, $0) })
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
