import DMARC
import Facts
import ReportIntake
import ReportParsing

/// Writes what one item holds, and counts what became of it.
struct ItemWriter {
  let item: IntakeItem
  let inbox: Inbox
  let session: any ReportWriting
  let observer: any ImportObserver
  /// About which domains and their subdomains reports are stored; about all where there are none.
  let domains: [String]
  private(set) var counts = ImportCounts()
  /// Whether the system could not read the item: what is in it is not known yet.
  private(set) var mustBeReadAgain = false
  /// Whether records of a report were left out, stored now or before, or whole reports.
  private var isShort = false
  private var hasBegun = false
  /// What tells a later run that the item is still what was read.
  private lazy var stamp = item.stamp ?? ""
  /// The problems told of so far: a zip may list one broken member a thousand times.
  private var told: Set<[String]> = []

  init(
    item: IntakeItem, inbox: Inbox, session: any ReportWriting, observer: any ImportObserver,
    domains: [String]
  ) {
    self.item = item
    self.inbox = inbox
    self.session = session
    self.observer = observer
    self.domains = domains
  }

  /// Whether there was a report, every report is stored, now or before, and nothing was left unread.
  ///
  /// What is set aside is not stored: a mail that held something encrypted is not acted on.
  var heldReportsOnly: Bool {
    counts.new + counts.duplicate + counts.pruned > 0 && counts.refused + counts.conflict == 0
      && !isShort
      && counts.undated == 0 && counts.setAside.keys.allSatisfy { $0 == .noReport }
  }

  mutating func write(_ step: DecodingStep) throws {
    switch step {
    case .opened(let stamp): self.stamp = stamp
    case .records(let batch, let header, let standing):
      guard isAsked(for: [header.key.policyDomain]) else { return }
      if !hasBegun { try begin(header, standing) }
      try session.append(batch)
    case .restart:
      try abandon()
    case .report(let report, let name, let standing):
      guard isAsked(for: [report.header.key.policyDomain]) else { return leaveOut() }
      if !hasBegun { try begin(report.header, standing) }
      try finish(report, name: name, standing)
    case .refused(let error, let name):
      try abandon()
      try refuse(error, name: name)
    case .tls(let report, let name, let standing):
      guard isAsked(for: report.domains) else { return leaveOut() }
      try store(report, name: name, standing)
    case .failure(let report):
      guard isAsked(for: [report.report.domain ?? ""]) else { return leaveOut() }
      let outcome = try session.store(report)
      count(outcome)
      if outcome == .new { counts.newFailures += 1 }
    case .end:
      break
    }
  }

  private func isAsked(for names: [String]) -> Bool {
    domains.isEmpty
      || names.contains { name in domains.contains { DomainName.isWithin(name, $0) } }
  }

  /// Passes over a report about other domains: its mail is not dealt with, and not acted on.
  private mutating func leaveOut() {
    counts.others += 1
    isShort = true
  }

  private mutating func begin(_ header: ReportHeader, _ standing: Standing) throws {
    try session.begin(header, standing)
    hasBegun = true
  }

  private mutating func abandon() throws {
    try session.abandon()
    hasBegun = false
  }

  private mutating func finish(
    _ report: ParsedReport, name: String, _ standing: Standing
  ) throws {
    hasBegun = false
    let incoming = IncomingReport(
      header: report.header, records: report.records, messages: report.messages,
      leftOut: report.leftOut, deviations: report.deviations, contentDigest: report.digest,
      standing: standing, input: input(name), stamp: stamp)
    isShort = isShort || report.leftOut > 0
    let outcome = try session.finish(incoming, last: report.rest)
    count(outcome)
    took(
      report.header.metadata, about: [report.header.key.policyDomain], incoming.input, outcome)
    switch outcome {
    case .new, .replaced:
      counts.records += report.records
      counts.messages += report.messages
      try tell(of: incoming)
      if outcome == .replaced { observer.met(ProblemText.replacement(incoming)) }
    case .conflict: observer.met(ProblemText.conflict(incoming))
    case .duplicate, .pruned: break
    }
  }

  private mutating func store(
    _ report: TLSReport, name: String, _ standing: Standing
  ) throws {
    let incoming = IncomingTLSReport(
      report: report, standing: standing, input: input(name), stamp: stamp)
    isShort = isShort || report.leftOut > 0
    let outcome = try session.store(incoming)
    count(outcome)
    took(report.metadata, about: report.domains, incoming.input, outcome)
    switch outcome {
    case .new, .replaced:
      counts.newTLS += 1
      try tell(of: incoming)
      if outcome == .replaced { observer.met(ProblemText.replacement(incoming)) }
    case .conflict: observer.met(ProblemText.conflict(incoming))
    case .duplicate, .pruned: break
    }
  }

  private func took(
    _ metadata: ReportMetadata, about domains: [String], _ input: String, _ outcome: ImportOutcome
  ) {
    observer.took(
      TakenReport(
        input: input, reporter: metadata.organization, domains: domains, day: metadata.day),
      outcome)
  }

  /// Counts what became of a report of any kind.
  private mutating func count(_ outcome: ImportOutcome) {
    switch outcome {
    case .new: counts.new += 1
    case .replaced:
      counts.new += 1
      counts.replaced += 1
    case .duplicate: counts.duplicate += 1
    case .pruned: counts.pruned += 1
    case .conflict: counts.conflict += 1
    }
  }

  /// Says what is amiss with a TLS report that was stored.
  private mutating func tell(of report: IncomingTLSReport) throws {
    var problems: [IncomingProblem] = []
    if report.report.leftOut > 0 {
      counts.incomplete += 1
      problems.append(ProblemText.incomplete(report))
    }
    if !report.report.metadata.hasPossiblePeriod(at: session.started) {
      counts.undated += 1
      problems.append(ProblemText.undated(report))
    }
    for problem in problems {
      try session.note(problem, about: report)
      observer.met(problem)
    }
  }

  /// Says what is amiss with a report that was stored.
  private mutating func tell(of report: IncomingReport) throws {
    var problems: [IncomingProblem] = []
    if report.leftOut > 0 {
      counts.incomplete += 1
      problems.append(ProblemText.incomplete(report))
    }
    if !report.header.metadata.hasPossiblePeriod(at: session.started) {
      counts.undated += 1
      problems.append(ProblemText.undated(report))
    }
    for problem in problems {
      try session.note(problem, about: report)
      observer.met(problem)
    }
  }

  private mutating func refuse(_ error: any Error, name: String) throws {
    let isOfSystem = (error as? IntakeError)?.isOfSystem == true
    mustBeReadAgain = mustBeReadAgain || isOfSystem
    // Without its stamp no input is known to be refused: the next run tries it again.
    let stamp = isOfSystem ? "" : self.stamp
    let problem = ProblemText.refusal(error, input: input(name), stamp: stamp)
    guard told.insert([problem.input, problem.reason]).inserted else { return }
    counts.refused += 1
    try session.refuse(problem)
    tell(problem, name)
  }

  /// Ends the item: what could not be read of it, and why there was no report.
  mutating func end(_ result: ItemResult) throws {
    for refusal in result.refusals { try refuse(refusal.error, name: refusal.name) }
    counts.setAside.merge(result.setAside, uniquingKeysWith: +)
    if result.hasVanished { counts.vanished += 1 } else { counts.items += 1 }
    if counts.refused == 0, !result.hasVanished, item.isMetAgain {
      try session.forgetRefusals(of: item.lastingName(in: inbox))
    }
  }

  /// Tells of a problem under the name that the file has now, so that it can be opened; it is stored
  /// under the one that lasts.
  private func tell(_ problem: IncomingProblem, _ part: String) {
    var shown = problem
    shown.input = Self.name(of: part, in: item.name)
    observer.met(shown)
  }

  private func input(_ part: String) -> String {
    let name = item.lastingName(in: inbox)
    return part == item.name ? name : Self.name(of: part, in: name)
  }

  private static func name(of part: String, in item: String) -> String {
    part.isEmpty || part == item ? item : "\(item): \(part)"
  }
}
