import DMARC
import Facts
import GRDB

/// The import's way into the store: one at a time, on one thread, many reports a transaction.
///
/// Nothing is seen by others, and nothing survives a crash, until `commit`. Every function throws
/// SQLite's errors; after one, the transaction is rolled back as a whole and the session is over.
final class ImportSession: ReportWriting {
  let db: Database
  private let domains: Interner
  private let sources: SourceInterner
  private let evaluations: Interner
  private let evidence: Interner
  private let heads: ReportHeadWriter
  private let records: RecordWriter
  private let rollup: RollupWriter
  private let problems: ProblemWriter
  private let replacer: ReportReplacer
  private let tls: TLSReportWriter
  private let failures: FailureReportWriter
  private let sourceText: HotStatement
  private var open: OpenReport?
  private let pruned: PrunedReports
  var takesPruned = false
  /// The number of the report that was stored last.
  private var lastStored: Int64?
  private var isInTransaction = false
  let started: Int64
  /// The row of this run; written with the first change, so that idle runs write once.
  private var run: Int64?

  init(_ db: Database, started: Int64) throws {
    self.db = db
    let digests = try DigestKey(db)
    // Sizes: a mailbox of 200,000 mails has a million sources and 50,000 kinds of evidence.
    domains = Interner(try TextRows(db, table: "domain", column: "name"), slotsLog2: 15)
    sources = SourceInterner(
      try TextRows(db, table: "source", column: "address"), slotsLog2: 16)
    evaluations = Interner(
      try TextRows(db, table: "evaluation", column: "content"), slotsLog2: 12)
    evidence = Interner(
      try TextRows(db, table: "evidence", column: "content", key: digests), slotsLog2: 16)
    heads = try ReportHeadWriter(db, digests)
    records = try RecordWriter(db)
    rollup = try RollupWriter(db)
    problems = try ProblemWriter(db)
    replacer = ReportReplacer(db)
    pruned = try PrunedReports(db)
    tls = TLSReportWriter(
      db, digests, reporters: heads.reporters, domains: domains, pruned: pruned)
    failures = FailureReportWriter(
      db, reporters: heads.reporters, domains: domains, sources: sources, pruned: pruned)
    sourceText = try HotStatement(db, "INSERT INTO source_text (record, text) VALUES (?, ?)")
    self.started = started
  }

  // MARK: Reports

  /// Begins a report whose records come in batches; `append` them, then `finish` or `abandon`.
  func begin(_ header: ReportHeader, _ standing: Standing) throws {
    try beginTransaction()
    let row = try heads.row(header.key, domains: domains)
    let known = try heads.keys.find(row)
    let isPruned = try known == nil && !takesPruned && pruned.contains(row.keyDigest)
    open = OpenReport(
      row: row, firstRecord: records.nextID, day: header.metadata.countedDay(at: started),
      known: known,
      mayStay: try known.map { try replacer.makesWay($0, for: header, standing) } ?? !isPruned,
      isPruned: isPruned)
  }

  /// Makes sure that the report begun can be taken back: its first batch does not end it.
  ///
  /// What came before it is committed. A savepoint would do as well, but for that SQLite keeps a
  /// copy of every page that the report changes.
  private func standAlone() throws {
    guard open?.mayStay == true, open?.standsAlone == false else { return }
    try commit()
    try beginTransaction()
    open?.standsAlone = true
  }

  /// Adds a batch of a report that may yet turn out to be unusable.
  func append(_ batch: RecordBatch) throws {
    try standAlone()
    try store(batch)
  }

  private func store(_ batch: RecordBatch) throws {
    guard let report = open, report.mayStay else { return }
    for index in batch.records.indices {
      try store(batch.records[index], of: report, arena: batch.arena)
    }
  }

  /// Ends the report begun with its last batch: it counts, or is a duplicate or in conflict.
  ///
  /// One that is verified takes the place of another of its key that is not.
  func finish(_ report: IncomingReport, last: RecordBatch) throws -> ImportOutcome {
    guard let current = open else { return .duplicate }
    if let known = current.known, !current.mayStay || !report.replaces(known) {
      try abandon()
      return try turnAway(report, for: known)
    }
    if current.isPruned {
      try abandon()
      return .pruned
    }
    defer { open = nil }
    if takesPruned { try pruned.remove(current.row.keyDigest) }
    try store(last)
    let id = try heads.insert(
      report, row: current.row, day: current.day, firstRecord: current.firstRecord, run: run ?? 0)
    lastStored = id
    if let known = current.known { try replace(known, by: report, stored: id) }
    return current.known == nil ? .new : .replaced
  }

  /// A report whose key is taken, for good: the same once more, or another.
  private func turnAway(
    _ report: IncomingReport, for known: KnownReport
  ) throws -> ImportOutcome {
    guard report.isSame(as: known) else {
      try problems.recordConflict(of: report, with: known.id)
      return .conflict
    }
    if report.standing.trust == .verified, known.trust != .verified {
      try replacer.verify(known)
    }
    return .duplicate
  }

  private func replace(
    _ known: KnownReport, by report: IncomingReport, stored id: Int64
  ) throws {
    try flush()
    let removal = try replacer.takeOut(known, for: id, rollup)
    try problems.recordReplacement(by: report, stored: id, of: known, removal)
  }

  /// Takes back everything of the report begun.
  func abandon() throws {
    guard let current = open else { return }
    open = nil
    guard current.standsAlone else { return }
    records.discard(from: current.firstRecord)
    rollup.discard()
    try db.execute(sql: "ROLLBACK")
    isInTransaction = false
    try beginTransaction()
    // Numbers given to names since the last commit are gone from the tables.
    for interner in [domains, evaluations, evidence] { interner.forget() }
    sources.forget()
    heads.forget()
  }

  private func store(_ draft: RecordDraft, of report: OpenReport, arena: ByteArena) throws {
    let row = RecordRow(
      source: try sources.id(of: draft.source), messages: draft.count,
      headerFrom: try domain(draft.headerFrom, arena),
      envelopeFrom: try domain(draft.envelopeFrom, arena),
      envelopeTo: try domain(draft.envelopeTo, arena),
      evaluation: try evaluations.id(of: arena.bytes(draft.evaluation)),
      evidence: try evidence.id(of: arena.bytes(draft.evidence)),
      recomputed: draft.recomputed.code)
    if !draft.sourceText.isAbsent { try store(text: arena.text(draft.sourceText)) }
    try records.add(row)
    guard report.day != .none else { return }
    try rollup.add(
      RollupEntry(row, reporter: report.row.reporter), domain: report.row.domain,
      day: report.day.number)
  }

  /// Keeps the address text of the record that is stored next.
  private func store(text: String?) throws {
    sourceText.bind(records.nextID, at: 1)
    sourceText.bind(text, at: 2)
    try sourceText.run()
  }

  /// The number of a domain; zero where none was sent.
  private func domain(_ range: ByteRange, _ arena: ByteArena) throws -> Int64 {
    range.isAbsent ? 0 : try domains.id(of: arena.bytes(range))
  }

  // MARK: Reports of other kinds

  /// Stores a TLS report: it counts, or is a duplicate or in conflict.
  func store(_ report: IncomingTLSReport) throws -> ImportOutcome {
    try beginTransaction()
    let place = StoringPlace(run: run ?? 0, started: started, takesPruned: takesPruned)
    return try tls.store(report, place, problems)
  }

  /// Stores what is kept of a report about mail that failed.
  func store(_ report: IncomingFailureReport) throws -> ImportOutcome {
    try beginTransaction()
    let place = StoringPlace(run: run ?? 0, started: started, takesPruned: takesPruned)
    return try failures.store(report, place)
  }

  // MARK: Problems

  /// Records an input that was refused.
  func refuse(_ problem: IncomingProblem) throws {
    try beginTransaction()
    try problems.recordRefusal(problem)
  }

  /// Records what is amiss with the report that was stored last.
  func note(_ problem: IncomingProblem, about report: IncomingReport) throws {
    guard let lastStored else { return }
    try problems.record(problem, about: lastStored, report.header.key)
  }

  /// Records what is amiss with a TLS report.
  func note(_ problem: IncomingProblem, about report: IncomingTLSReport) throws {
    try problems.record(problem, about: nil, report.report.key)
  }

  /// Forgets the refusals of an input, and of parts of it, that was read after all.
  func forgetRefusals(of input: @autoclosure () -> String) throws {
    guard problems.hasRefusals else { return }
    try beginTransaction()
    try problems.forgetRefusals(of: input())
  }

  /// Whether an input, or a part of it, is known to be refused, and unchanged since.
  func knowsRefusal(of input: String, stamp: @autoclosure () -> String?) throws -> Bool {
    guard problems.hasRefusals else { return false }
    guard let stamp = stamp() else { return false }
    return try problems.knowsRefusal(of: input, stamp: stamp)
  }

  func seenMails(of path: String) throws -> any SeenMails {
    try StoredMailbox(self, path: path)
  }

  // MARK: Transactions

  func beginTransaction() throws {
    guard !isInTransaction else { return }
    try db.execute(sql: "BEGIN IMMEDIATE")
    isInTransaction = true
    guard run == nil else { return }
    try db.execute(sql: "INSERT INTO run (started) VALUES (?)", arguments: [started])
    run = db.lastInsertedRowID
  }

  /// Makes everything since the last commit last; does nothing when there was nothing.
  func commit() throws {
    guard isInTransaction else { return }
    try flush()
    try db.execute(sql: "COMMIT")
    isInTransaction = false
  }

  /// Writes what is kept back to be written in one go.
  private func flush() throws {
    try sources.flush()
    try records.flush()
    try rollup.flush()
  }

  /// Closes the run with the counts it ended with, a JSON object, and commits.
  func close(finished: Int64, summary: String) throws {
    try beginTransaction()
    try db.execute(
      sql: "UPDATE run SET finished = ?, summary = ? WHERE id = ?",
      arguments: [finished, summary, run])
    try commit()
  }
}

/// The report that is being stored.
private struct OpenReport {
  let row: ReportRow
  let firstRecord: Int64
  let day: Day
  /// The report stored under the same key before.
  let known: KnownReport?
  /// Whether its records are stored: the key is free, or who has it may have to make way.
  let mayStay: Bool
  /// Whether it was stored before, and deleted for its age.
  let isPruned: Bool
  /// Whether the transaction holds nothing but this report.
  var standsAlone = false
}

extension IncomingReport {
  fileprivate func isSame(as known: KnownReport) -> Bool {
    known.contentDigest == Int64(bitPattern: contentDigest)
  }

  fileprivate func replaces(_ known: KnownReport) -> Bool {
    standing.trust == .verified && !isSame(as: known)
  }
}
