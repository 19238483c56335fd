import DMARC
import GRDB

/// Reads the parts of reports' heads that many share, each once.
struct HeadReader {
  /// What a report's policy and origin say together.
  struct Head {
    let policy: SharedPolicy
    let showsRFC9990: Bool
  }

  private struct Key: Hashable {
    let policy: Int64
    let origin: Int64
  }

  let db: Database
  /// Of `domain`.
  private var heads: [Key: Head] = [:]
  private var domain = ""
  private var policies: [Int64: SharedPolicy] = [:]
  /// Of no domain yet: many domains have the same.
  private var contents: [Int64: PolicyPublished] = [:]
  private var origins: [Int64: [CanonicalText.Value]] = [:]

  init(db: Database) {
    self.db = db
  }

  /// The head of reports about a domain that have this policy and this origin.
  mutating func head(policy: Int64, origin: Int64, of domain: String) throws -> Head {
    if domain != self.domain { forget(for: domain) }
    let key = Key(policy: policy, origin: origin)
    if let known = heads[key] { return known }
    let head = try read(key)
    heads[key] = head
    return head
  }

  private mutating func forget(for domain: String) {
    self.domain = domain
    heads.removeAll()
    policies.removeAll()
  }

  private mutating func read(_ key: Key) throws -> Head {
    let policy = try policy(key.policy)
    let origin = try origin(key.origin)
    return Head(
      policy: policy,
      showsRFC9990: ReportHeader.showsRFC9990(
        namespace: origin.text(3), generator: origin.text(4), policy: policy.policy))
  }

  /// Reports that have the same policy share it.
  private mutating func policy(_ id: Int64) throws -> SharedPolicy {
    if let known = policies[id] { return known }
    var content = try content(id)
    content.domain = domain
    let policy = SharedPolicy(content)
    policies[id] = policy
    return policy
  }

  private mutating func content(_ id: Int64) throws -> PolicyPublished {
    if let known = contents[id] { return known }
    let text = try String.fetchOne(
      db, sql: "SELECT content FROM policy WHERE id = ?", arguments: [id])
    let content = PolicyPublished(domain: "", canonical: text ?? "")
    contents[id] = content
    return content
  }

  private mutating func origin(_ id: Int64) throws -> [CanonicalText.Value] {
    if let known = origins[id] { return known }
    let text = try String.fetchOne(
      db, sql: "SELECT content FROM origin WHERE id = ?", arguments: [id])
    let parts = CanonicalText.read(text ?? "")?.items ?? []
    origins[id] = parts
    return parts
  }
}
