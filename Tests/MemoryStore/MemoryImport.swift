public import DMARC
public import Facts

extension MemoryStore {
  /// Runs an import; what was not committed when it throws is lost.
  public func importing<T>(_ body: (any ReportWriting) throws -> T) rethrows -> T {
    try body(MemoryImport(self))
  }
}

/// An import's way into the memory.
final class MemoryImport: ReportWriting {
  private let store: MemoryStore
  private var changes: [() -> Void] = []
  private var header: ReportHeader?
  private var records: [Record] = []
  /// What the changes will have stored.
  private var staged: [ReportKey: (digest: UInt64, standing: Trust, email: String)] = [:]

  init(_ store: MemoryStore) {
    self.store = store
    store.runs.append(ImportRun(started: store.now, finished: nil, summary: nil))
    for report in store.reports {
      let key = report.header.key
      staged[key] = (store.digests[key] ?? 0, report.trust, report.header.metadata.email)
    }
  }

  func begin(_ header: ReportHeader, _ standing: Standing) {
    self.header = header
    records = []
  }

  func append(_ batch: RecordBatch) {
    records += batch.records.indices.map(batch.record(at:))
  }

  func finish(_ report: IncomingReport, last: RecordBatch) -> ImportOutcome {
    append(last)
    defer { abandon() }
    let (key, trust) = (report.header.key, report.standing.trust)
    guard let known = staged[key] else {
      keep(report)
      return .new
    }
    let isBelieved = trust == .verified && known.standing != .verified
    if known.digest == report.contentDigest {
      if isBelieved {
        staged[key]?.standing = .verified
        changes.append { [store] in store.verify(key) }
      }
      return .duplicate
    }
    guard isBelieved, report.standing.provesName || known.email == report.header.metadata.email
    else {
      changes.append { [store] in store.record(report, reason: "conflict") }
      return .conflict
    }
    keep(report)
    changes.append { [store] in store.record(report, reason: "replaced") }
    return .replaced
  }

  private func keep(_ report: IncomingReport) {
    let key = report.header.key
    staged[key] = (
      report.contentDigest, report.standing.trust, report.header.metadata.email
    )
    changes.append { [store, records] in store.keep(report, records) }
  }

  func abandon() {
    header = nil
    records = []
  }

  func refuse(_ problem: IncomingProblem) {
    changes.append { [store] in store.refuse(problem) }
  }

  func forgetRefusals(of input: @autoclosure () -> String) {
    let input = input()
    changes.append { [store] in store.forgetRefusals(of: input) }
  }

  func knowsRefusal(of input: String, stamp: @autoclosure () -> String?) -> Bool {
    guard let stamp = stamp() else { return false }
    return store.stamps.contains { MemoryStore.isOf($0.key, input) && $0.value.contains(stamp) }
  }

  func seenMails(of path: String) -> any SeenMails {
    let mailbox = store.mailboxes[path] ?? MemoryMailbox()
    store.mailboxes[path] = mailbox
    mailbox.met = []
    return mailbox
  }

  func commit() {
    for change in changes { change() }
    changes = []
  }

  func close(finished: Int64, summary: String) {
    commit()
    guard let run = store.runs.indices.last else { return }
    store.runs[run].finished = finished
    store.runs[run].summary = summary
  }
}

extension MemoryStore {
  fileprivate func keep(_ report: IncomingReport, _ records: [Record]) {
    let key = report.header.key
    reports.removeAll { $0.header.key == key }
    reports.append(
      StoredReport(
        header: report.header, day: report.header.metadata.day, records: report.records,
        messages: report.messages, leftOut: report.leftOut, trust: report.standing.trust,
        deviations: report.deviations))
    self.records[key] = records
    digests[key] = report.contentDigest
  }

  fileprivate func verify(_ key: ReportKey) {
    for place in reports.indices where reports[place].header.key == key {
      reports[place].trust = .verified
    }
  }

  fileprivate func record(_ report: IncomingReport, reason: String) {
    let key = report.header.key
    known.removeAll { $0.input == report.input && $0.kind == "conflict" }
    known.append(
      StoredProblem(
        kind: "conflict", input: report.input, reason: reason, detail: "", firstSeen: now,
        lastSeen: now, reporter: key.reporter, policyDomain: key.policyDomain,
        reportID: key.reportID))
  }

  fileprivate func refuse(_ problem: IncomingProblem) {
    known.removeAll { $0.input == problem.input && $0.reason == problem.reason }
    known.append(
      StoredProblem(
        kind: "refused", input: problem.input, reason: problem.reason, detail: problem.detail,
        firstSeen: now, lastSeen: now, reporter: nil, policyDomain: nil, reportID: nil))
    stamps[problem.input, default: []].insert(problem.stamp)
  }

  fileprivate func forgetRefusals(of input: String) {
    known.removeAll { $0.kind == "refused" && Self.isOf($0.input, input) }
    for known in stamps.keys where Self.isOf(known, input) { stamps[known] = nil }
  }

  /// Whether a problem is one of an input, or of a part of it.
  fileprivate static func isOf(_ problem: String, _ input: String) -> Bool {
    problem == input || problem.hasPrefix(input + ": ")
  }
}

/// The mails of a Maildir, by their base names.
final class MemoryMailbox: SeenMails {
  private var held: [[UInt8]: Bool] = [:]
  var met: Set<[UInt8]> = []

  func contains(_ name: UnsafeRawBufferPointer) -> Bool {
    guard held[Array(name)] != nil else { return false }
    met.insert(Array(name))
    return true
  }

  func heldReports(_ name: UnsafeRawBufferPointer) -> Bool { held[Array(name)] ?? false }

  func mark(_ name: UnsafeRawBufferPointer, heldReports: Bool) {
    held[Array(name)] = heldReports
    met.insert(Array(name))
  }

  func forgetGone() -> Int {
    let gone = held.keys.filter { !met.contains($0) }
    for name in gone { held[name] = nil }
    return gone.count
  }
}
