import DMARC
import GRDB

/// Reads the parts of reports' heads that many share, each once.
struct HeadReader {
  let db: Database
  /// Of no domain yet: many domains have the same.
  private var policies: [Int64: PolicyPublished] = [:]
  private var origins: [Int64: [CanonicalText.Value]] = [:]

  init(db: Database) {
    self.db = db
  }

  mutating func policy(_ id: Int64, of domain: String) throws -> PolicyPublished {
    var policy = try policy(id)
    policy.domain = domain
    return policy
  }

  private mutating func policy(_ id: Int64) throws -> PolicyPublished {
    if let known = policies[id] { return known }
    let content = try String.fetchOne(
      db, sql: "SELECT content FROM policy WHERE id = ?", arguments: [id])
    let policy = PolicyPublished(domain: "", canonical: content ?? "")
    policies[id] = policy
    return policy
  }

  mutating func showsRFC9990(origin id: Int64, _ policy: PolicyPublished) throws -> Bool {
    let origin = try origin(id)
    return ReportHeader.showsRFC9990(
      namespace: origin.text(3), generator: origin.text(4), policy: policy)
  }

  private mutating func origin(_ id: Int64) throws -> [CanonicalText.Value] {
    if let known = origins[id] { return known }
    let content = try String.fetchOne(
      db, sql: "SELECT content FROM origin WHERE id = ?", arguments: [id])
    let parts = CanonicalText.read(content ?? "")?.items ?? []
    origins[id] = parts
    return parts
  }
}
