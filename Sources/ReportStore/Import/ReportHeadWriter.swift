import DMARC
import Facts
import GRDB

/// Writes the heads of reports and the names they refer to.
final class ReportHeadWriter {
  let keys: ReportKeyIndex
  private let db: Database
  private let digests: DigestKey
  let reporters: Interner
  private let policies: Interner
  private let origins: Interner
  private let insert: HotStatement
  private let sighting: HotStatement

  init(_ db: Database, _ digests: DigestKey) throws {
    self.db = db
    self.digests = digests
    keys = try ReportKeyIndex(db)
    reporters = Interner(try TextRows(db, table: "reporter", column: "name"), slotsLog2: 10)
    policies = Interner(try TextRows(db, table: "policy", column: "content"), slotsLog2: 10)
    origins = Interner(try TextRows(db, table: "origin", column: "content"), slotsLog2: 10)
    insert = try HotStatement(
      db,
      """
      INSERT INTO report (reporter, domain, report_id, "begin", "end", day, policy, origin, \
      first_record, records, messages, left_out, trust, run, key_digest, content_digest, errors, \
      deviations) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
      """)
    sighting = try HotStatement(
      db,
      """
      INSERT INTO policy_sighting (domain, policy, first_day, last_day, reports)
      VALUES (?1, ?2, ?3, ?3, 1)
      ON CONFLICT (domain, policy) DO UPDATE SET reports = reports + 1,
        first_day = min(first_day, ?3), last_day = max(last_day, ?3)
      """)
  }

  /// The key of a report with the numbers of its names, which are stored where they are new.
  func row(_ key: ReportKey, domains: Interner) throws -> ReportRow {
    ReportRow(
      key: key, reporter: try reporters.id(of: key.reporter),
      domain: try domains.id(of: key.policyDomain), digests: digests)
  }

  /// Stores the head of a report whose records start at `firstRecord`; gives its number.
  func insert(
    _ report: IncomingReport, row: ReportRow, day: Day, firstRecord: Int64, run: Int64
  ) throws -> Int64 {
    let header = report.header
    insert.bind(row.reporter, at: 1)
    insert.bind(row.domain, at: 2)
    insert.bind(row.key.reportID, at: 3)
    insert.bind(row.key.begin, at: 4)
    insert.bind(row.key.end, at: 5)
    insert.bind(Int64(day.number), at: 6)
    let policy = try policies.id(of: CanonicalText.text(header.policy.canonical))
    insert.bind(policy, at: 7)
    insert.bind(try origins.id(of: CanonicalText.text(Self.origin(of: header))), at: 8)
    insert.bind(firstRecord, at: 9)
    insert.bind(Int64(report.records), at: 10)
    insert.bind(report.messages.number, at: 11)
    insert.bind(Int64(report.leftOut), at: 12)
    insert.bind(report.standing.trust.code, at: 13)
    insert.bind(run, at: 14)
    insert.bind(row.keyDigest, at: 15)
    insert.bind(Int64(bitPattern: report.contentDigest), at: 16)
    insert.bind(Self.list(header.metadata.errors.map(CanonicalText.Value.text)), at: 17)
    insert.bind(Self.list(report.deviations.map(\.canonical)), at: 18)
    try insert.run()
    let id = db.lastInsertedRowID
    // What counts on no day shows nothing of when a policy was published.
    if day != .none { try sight(policy, row: row, day: Int64(day.number)) }
    return id
  }

  private func sight(_ policy: Int64, row: ReportRow, day: Int64) throws {
    sighting.bind(row.domain, at: 1)
    sighting.bind(policy, at: 2)
    sighting.bind(day, at: 3)
    try sighting.run()
  }

  private static func origin(of header: ReportHeader) -> CanonicalText.Value {
    .list([
      .text(header.metadata.email), CanonicalText.Value(header.metadata.extraContactInfo),
      CanonicalText.Value(header.version), CanonicalText.Value(header.namespace),
      CanonicalText.Value(header.metadata.generator),
    ])
  }

  private static func list(_ values: [CanonicalText.Value]) -> String? {
    values.isEmpty ? nil : CanonicalText.text(.list(values))
  }

  /// Forgets what is in memory, after a rollback.
  func forget() {
    for interner in [reporters, policies, origins] { interner.forget() }
  }
}

extension Trust {
  /// How the trust is stored.
  var code: Int64 {
    switch self {
    case .unverified: 0
    case .verified: 1
    case .contradicted: 2
    }
  }

  init(code: Int64) {
    self =
      switch code {
      case Trust.verified.code: .verified
      case Trust.contradicted.code: .contradicted
      default: .unverified
      }
  }
}

extension Deviation {
  /// The stored form: name, occurrences, example.
  var canonical: CanonicalText.Value {
    .list([.text(name), .text(String(occurrences)), CanonicalText.Value(example)])
  }

  init?(canonical value: CanonicalText.Value) {
    guard let name = value.items.text(0) else { return nil }
    self.init(
      name: name, occurrences: value.items.text(1).flatMap { Int($0) } ?? 1,
      example: value.items.text(2))
  }
}
