import DMARC
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
  var state: MemoryState
  private var records: [Record] = []
  private var mailboxes: [String: MemoryMailbox] = [:]
  /// Nothing is ever deleted for its age.
  var takesPruned = false
  var started: Int64 { store.now }

  init(_ store: MemoryStore) {
    self.store = store
    state = store.state
    state.runs.append(ImportRun(started: store.now, finished: nil, summary: nil))
  }

  func begin(_ header: ReportHeader, _ standing: Standing) { records = [] }

  func append(_ batch: RecordBatch) {
    records += batch.records.indices.map(batch.record(at:))
  }

  func abandon() { records = [] }

  func finish(_ report: IncomingReport, last: RecordBatch) -> ImportOutcome {
    append(last)
    let key = report.header.key
    guard let known = state.report(key) else {
      state.keep(report, records, now: store.now)
      return .new
    }
    let isBelieved = report.standing.trust == .verified && known.trust != .verified
    if state.digests[key] == report.contentDigest {
      if isBelieved { state.verify(key) }
      return .duplicate
    }
    let isSame =
      report.standing.provesName || known.header.metadata.email == report.header.metadata.email
    let outcome: ImportOutcome = isBelieved && isSame ? .replaced : .conflict
    if outcome == .replaced { state.keep(report, records, now: store.now) }
    let problem = IncomingProblem(
      input: report.input, stamp: report.stamp, reason: outcome.rawValue, detail: "")
    note(problem, about: report)
    return outcome
  }

  func refuse(_ problem: IncomingProblem) { state.refuse(problem, now: store.now) }

  func note(_ problem: IncomingProblem, about report: IncomingReport) {
    state.record(problem, about: report.header.key, now: store.now)
  }

  func forgetRefusals(of input: @autoclosure () -> String) { state.forgetRefusals(of: input()) }

  func knowsRefusal(of input: String, stamp: @autoclosure () -> String?) -> Bool {
    stamp().map { state.knowsRefusal(of: input, stamp: $0) } ?? false
  }

  func seenMails(of path: String) -> any SeenMails {
    let mailbox = mailboxes[path] ?? MemoryMailbox(state.mailboxes[path] ?? [:])
    mailboxes[path] = mailbox
    return mailbox
  }

  func commit() {
    for (path, mailbox) in mailboxes { state.mailboxes[path] = mailbox.held }
    store.state = state
  }

  func close(finished: Int64, summary: String) {
    if let run = state.runs.indices.last {
      state.runs[run].finished = finished
      state.runs[run].summary = summary
    }
    commit()
  }
}

/// The mails of a Maildir, by their base names.
final class MemoryMailbox: SeenMails {
  /// Whether each held stored reports alone.
  private(set) var held: [[UInt8]: Bool]
  private var met: Set<[UInt8]> = []

  init(_ held: [[UInt8]: Bool]) { self.held = held }

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
