import Facts
import GRDB

/// Which From domains a question asks for; each is looked up once.
struct AskedDomains {
  let db: Database
  let filter: WindowFilter
  private var known = IDSet()
  private var asked = IDSet()

  init(db: Database, filter: WindowFilter) {
    self.db = db
    self.filter = filter
  }

  /// Whether mail from a domain is asked for.
  @inline(__always)
  mutating func contains(_ domain: Int) throws -> Bool {
    if asked.contains(domain) { return true }
    return known.contains(domain) ? false : try lookUp(domain)
  }

  private mutating func lookUp(_ domain: Int) throws -> Bool {
    known.insert(domain)
    guard try isAsked(domain) else { return false }
    asked.insert(domain)
    return true
  }

  private func isAsked(_ domain: Int) throws -> Bool {
    if filter.domains.isEmpty { return true }
    let name = try String.fetchOne(
      db, sql: "SELECT name FROM domain WHERE id = ?", arguments: [domain])
    return filter.includes(from: name ?? "")
  }
}
