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
  /// What looks are in facts, so that each is made once.
  private var known: [Modes: [Look: Known]] = [:]
  private var addresses: [String: Int] = [:]
  private let domains: any OrganizationalDomains
  /// Days and messages before the window, by policy domain and reporter.
  private var before: [[Int]: (days: Set<Day>, messages: MessageCount)] = [:]

  /// How closely a policy asks domains to match.
  private struct Modes: Hashable {
    var dkim: AlignmentMode
    var spf: AlignmentMode
  }

  /// A look in facts.
  private struct Known {
    var evidence: Int
    var recomputed: RecomputedAlignment
  }

  init(window: ClosedRange<Day>, domains: any OrganizationalDomains) {
    facts = WindowFacts(window: window)
    self.domains = domains
  }

  /// Reports of the window are facts, those before it history, those after it not there yet.
  static func facts(
    of reports: [SimulatedReport], window: ClosedRange<Day>,
    domains: any OrganizationalDomains
  ) -> WindowFacts {
    var builder = FactsBuilder(window: window, domains: domains)
    for report in reports {
      if window.contains(report.day) {
        builder.add(report)
      } else if report.day < window.lowerBound {
        builder.remember(report)
      }
    }
    return builder.finished()
  }

  private static func id<Name: Hashable>(_ name: Name, in ids: inout [Name: Int]) -> Int {
    if let id = ids[name] { return id }
    ids[name] = ids.count + 1
    return ids.count
  }

  private mutating func remember(_ report: SimulatedReport) {
    let passing = report.rows.contains { $0.dkim || $0.spf } ? report.day : nil
    var history =
      facts.history[report.domain]
      ?? DomainHistory(firstReport: report.day, lastReport: report.day, lastPassing: nil)
    history.firstReport = min(history.firstReport, report.day)
    history.lastReport = max(history.lastReport, report.day)
    history.lastPassing = [history.lastPassing, passing].compactMap(\.self).max()
    facts.history[report.domain] = history
    guard facts.window.lowerBound.number - report.day.number <= 30 else { return }
    let key = [
      Self.id(report.domain, in: &domainIDs), Self.id(report.reporter, in: &reporterIDs),
    ]
    var seen = before[key] ?? ([], 0)
    seen.days.insert(report.day)
    seen.messages += MessageCount(Int64(report.rows.map(\.messages).reduce(0, +)))
    before[key] = seen
  }

  private mutating func add(_ report: SimulatedReport) {
    let policyDomain = Self.id(report.domain, in: &domainIDs)
    let reporter = Self.id(report.reporter, in: &reporterIDs)
    let policy = report.published
    for row in report.rows { add(row, report.day, policy, policyDomain, reporter) }
    facts.reports.append(
      ReportFact(
        day: report.day, policyDomain: policyDomain, reporter: reporter,
        policy: SharedPolicy(policy),
        messages: MessageCount(Int64(report.rows.map(\.messages).reduce(0, +))),
        showsRFC9990: report.isModern, trust: .verified))
  }

  private mutating func add(
    _ row: SimulatedReport.Row, _ day: Day, _ policy: PolicyPublished, _ policyDomain: Int,
    _ reporter: Int
  ) {
    let known = known(row.look, Modes(dkim: policy.dkimMode, spf: policy.spfMode))
    let evaluation = Evaluation(
      disposition: Sent(row.disposition), dkim: Sent(row.dkim ? .pass : .fail),
      spf: Sent(row.spf ? .pass : .fail), overrides: row.look.overrides)
    facts.traffic.append(
      TrafficFact(
        day: day, policyDomain: policyDomain,
        headerFrom: Self.id(row.look.from, in: &domainIDs), source: source(row.address),
        reporter: reporter, evaluation: Self.id(evaluation, in: &evaluationIDs),
        evidence: known.evidence, recomputed: known.recomputed,
        messages: MessageCount(Int64(row.messages))))
  }

  private mutating func source(_ text: String) -> Int {
    if let known = addresses[text] { return known }
    let id = Self.id(SourceAddress(text) ?? .unknown, in: &sourceIDs)
    addresses[text] = id
    return id
  }

  private mutating func known(_ look: Look, _ modes: Modes) -> Known {
    if let known = known[modes]?[look] { return known }
    let evidence = look.evidence
    let made = Known(
      evidence: Self.id(evidence, in: &evidenceIDs),
      recomputed: Recomputation(domains: domains, dkimMode: modes.dkim, spfMode: modes.spf)
        .alignment(of: evidence, identifiers: Identifiers(headerFrom: look.from)))
    known[modes, default: [:]][look] = made
    return made
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
    facts.reportersBefore = before.map { key, seen in
      ReporterBefore(
        policyDomain: key[0], reporter: key[1], days: seen.days.count,
        span: (seen.days.min() ?? .none)...(seen.days.max() ?? .none), address: "",
        messages: seen.messages)
    }
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

extension SimulatedReport {
  /// The policy as this receiver repeats it: an old one sends `pct`, a new one `testing` at most.
  var published: PolicyPublished {
    var published = PolicyPublished(domain: domain, p: Sent(policy.p))
    published.sp = policy.sp.map { Sent($0) } ?? .missing
    published.adkim = policy.adkim.map { Sent($0) } ?? .missing
    published.aspf = policy.aspf.map { Sent($0) } ?? .missing
    if isModern {
      published.testing = policy.testing ? "y" : nil
    } else {
      published.pct = "\(policy.pct ?? 100)"
    }
    return published
  }
}
