import DMARC
import Facts
import GRDB

/// Finds the report stored under a key.
struct ReportKeyIndex {
  private let select: HotStatement

  init(_ db: Database) throws {
    // Without statistics SQLite would take the index on domain and day, a hundred times slower.
    select = try HotStatement(
      db,
      """
      SELECT id, content_digest, trust FROM report INDEXED BY report_key WHERE key_digest = ? \
      AND reporter = ? AND domain = ? AND report_id = ? AND "begin" = ? AND "end" = ?
      """)
  }

  /// The stored report of this key, if there is one.
  func find(_ row: ReportRow) throws -> KnownReport? {
    select.bind(row.keyDigest, at: 1)
    select.bind(row.reporter, at: 2)
    select.bind(row.domain, at: 3)
    select.bind(row.key.reportID, at: 4)
    select.bind(row.key.begin, at: 5)
    select.bind(row.key.end, at: 6)
    defer { select.reset() }
    guard try select.step() else { return nil }
    return KnownReport(
      id: select.integer(0), contentDigest: select.integer(1),
      trust: Trust(code: select.integer(2)))
  }
}

/// The report that is stored under a key.
struct KnownReport {
  let id: Int64
  let contentDigest: Int64
  let trust: Trust
}

/// The key of a report with the numbers of its names.
struct ReportRow {
  let key: ReportKey
  let reporter: Int64
  let domain: Int64
  let keyDigest: Int64

  init(key: ReportKey, reporter: Int64, domain: Int64, digests: DigestKey) {
    self.key = key
    self.reporter = reporter
    self.domain = domain
    keyDigest = Self.digest(key, digests)
  }

  private static func digest(_ key: ReportKey, _ digests: DigestKey) -> Int64 {
    let text = [
      key.reporter, key.policyDomain, key.reportID, String(key.begin), String(key.end),
    ].joined(separator: "\n")
    return Array(text.utf8).withUnsafeBytes(digests.digest)
  }
}
