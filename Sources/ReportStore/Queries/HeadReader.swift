import DMARC
import Facts
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
  /// Of no domain yet: many domains have the same.
  private var policies: [Int64: PolicyPublished] = [:]
  private var origins: [Int64: [CanonicalText.Value]] = [:]

  init(db: Database) {
    self.db = db
  }

  /// The head of reports about a domain that have this policy and this origin.
  mutating func head(policy: Int64, origin: Int64, of domain: String) throws -> Head {
    if domain != self.domain {
      self.domain = domain
      heads.removeAll()
    }
    let key = Key(policy: policy, origin: origin)
    if let known = heads[key] { return known }
    let head = try read(key)
    heads[key] = head
    return head
  }

  private mutating func read(_ key: Key) throws -> Head {
    var policy = try policy(key.policy)
    policy.domain = domain
    let origin = try origin(key.origin)
    return Head(
      policy: SharedPolicy(policy),
      showsRFC9990: ReportHeader.showsRFC9990(
        namespace: origin.text(3), generator: origin.text(4), policy: policy))
  }

  private mutating func policy(_ id: Int64) throws -> PolicyPublished {
    if let known = policies[id] { return known }
    let text = try String.fetchOne(
      db, sql: "SELECT content FROM policy WHERE id = ?", arguments: [id])
    let policy = PolicyPublished(domain: "", canonical: text ?? "")
    policies[id] = policy
    return policy
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
