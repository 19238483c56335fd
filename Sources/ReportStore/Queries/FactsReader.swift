import DMARC
import Facts
import GRDB

/// Reads a window: packed traffic, reports, policies, decisions, and the names of all these.
struct FactsReader {
  let db: Database
  let filter: WindowFilter
  let naming: FactsNaming
  private var facts: WindowFacts
  private var domains = IDSet()
  private var reporters = IDSet()
  private var sources = IDSet()
  private var evaluations = IDSet()
  private var evidence = IDSet()
  private var asked: AskedDomains
  private var heads: HeadReader

  init(db: Database, filter: WindowFilter, naming: FactsNaming) {
    self.db = db
    self.filter = filter
    self.naming = naming
    facts = WindowFacts(window: filter.window)
    asked = AskedDomains(db: db, filter: filter)
    heads = HeadReader(db: db)
  }

  mutating func read() throws -> WindowFacts {
    let matching = try PolicyDomains.matching(filter, db)
    try reserve(for: matching)
    for domain in matching {
      domains.insert(domain.id)
      try readTraffic(of: domain)
      try readReports(of: domain)
      try readPolicies(of: domain)
      try readNewestDay(of: domain)
      if naming == .everything { try readReportersBefore(of: domain) }
    }
    facts.decisions = try DecisionQueries.all(db)
    try nameAll()
    if naming == .everything {
      let passing = domainsWithPassing
      for domain in matching where !passing.contains(domain.id) { try readHistory(of: domain) }
    }
    return facts
  }

  private mutating func readTraffic(of domain: PolicyDomains.Row) throws {
    let chunks = try HotStatement(
      db, "SELECT day, entries FROM rollup WHERE domain = ? AND day BETWEEN ? AND ?")
    chunks.bind(Int64(domain.id), at: 1)
    bindWindow(to: chunks)
    defer { chunks.reset() }
    let verified = try verifiedTraffic(of: domain)
    while try chunks.step() {
      let day = Day(number: Int(chunks.integer(0)))
      try RollupCodec.decode(chunks.bytes(1)) { entry in
        if let verified, !verified.includes(entry, on: day) { return }
        try take(entry, of: domain, on: day)
      }
    }
    try verified?.visitRest { entry, day in try take(entry, of: domain, on: day) }
  }

  /// Adds an entry if mail from its domain is asked for; a mail that names none goes where its
  /// policy domain goes.
  @inline(__always)
  private mutating func take(
    _ entry: RollupEntry, of domain: PolicyDomains.Row, on day: Day
  ) throws {
    let from = entry.headerFrom == 0 ? domain.id : Int(entry.headerFrom)
    guard try asked.contains(from) else { return }
    facts.traffic.append(TrafficFact(entry, of: domain.id, on: day))
    domains.insert(from)
    reporters.insert(Int(entry.reporter))
    evaluations.insert(Int(entry.evaluation))
    guard naming == .everything else { return }
    sources.insert(Int(entry.source))
    evidence.insert(Int(entry.evidence))
  }

  /// Makes room for all traffic at once: growing by and by would touch twice the memory.
  private mutating func reserve(for domains: [PolicyDomains.Row]) throws {
    let sizes = try HotStatement(
      db, "SELECT sum(length(entries)) FROM rollup WHERE domain = ? AND day BETWEEN ? AND ?")
    var bytes = 0
    for domain in domains {
      sizes.bind(Int64(domain.id), at: 1)
      bindWindow(to: sizes)
      defer { sizes.reset() }
      if try sizes.step() { bytes += Int(sizes.integer(0)) }
    }
    facts.traffic.reserveCapacity(bytes / RollupCodec.leastBytes)
  }

  private func verifiedTraffic(of domain: PolicyDomains.Row) throws -> VerifiedTraffic? {
    guard filter.verifiedOnly else { return nil }
    return try VerifiedTraffic(db, domain: Int64(domain.id), window: filter.window)
  }

  private func bindWindow(to statement: HotStatement) {
    statement.bind(Int64(filter.window.lowerBound.number), at: 2)
    statement.bind(Int64(filter.window.upperBound.number), at: 3)
  }

  private mutating func readReports(of domain: PolicyDomains.Row) throws {
    let rows = try HotStatement(
      db,
      """
      SELECT report.day, report.reporter, report.policy, report.origin, report.messages, report.trust
      FROM report WHERE report.domain = ? AND report.day BETWEEN ? AND ?
      """)
    rows.bind(Int64(domain.id), at: 1)
    bindWindow(to: rows)
    defer { rows.reset() }
    while try rows.step() {
      let trust = Trust(code: rows.integer(5))
      if filter.verifiedOnly, trust != .verified { continue }
      let head = try heads.head(
        policy: rows.integer(2), origin: rows.integer(3), of: domain.name)
      facts.reports.append(
        ReportFact(
          day: Day(number: Int(rows.integer(0))), policyDomain: domain.id,
          reporter: Int(rows.integer(1)), policy: head.policy,
          messages: MessageCount(rows.integer(4)),
          showsRFC9990: head.showsRFC9990, trust: trust))
      reporters.insert(Int(rows.integer(1)))
    }
  }

  private mutating func readPolicies(of domain: PolicyDomains.Row) throws {
    let sql = """
      SELECT policy.content, first_day, last_day, reports FROM policy_sighting
      JOIN policy ON policy.id = policy_sighting.policy
      WHERE policy_sighting.domain = ? ORDER BY first_day, last_day, policy.content
      """
    for row in try Row.fetchAll(db, sql: sql, arguments: [domain.id]) {
      facts.policies.append(
        PolicySighting(
          domain: domain.name, policy: PolicyPublished(domain: domain.name, canonical: row[0]),
          firstDay: Day(number: row[1]), lastDay: Day(number: row[2]), reports: row[3]))
    }
  }

  private mutating func readNewestDay(of domain: PolicyDomains.Row) throws {
    let newest = try Int.fetchOne(
      db, sql: newestDayOfDomain, arguments: [domain.id])
    guard let newest else { return }
    facts.newestDay = max(facts.newestDay ?? Day(number: newest), Day(number: newest))
  }

  private mutating func readReportersBefore(of domain: PolicyDomains.Row) throws {
    let rows = try HotStatement(
      db,
      """
      SELECT reporter, days, high, low, first, last, origin.content ->> '$[0]' FROM (
        SELECT reporter, count(DISTINCT day) AS days, sum(messages >> 32) AS high,
          sum(messages & 0xffffffff) AS low, min(day) AS first, max(day) AS last,
          max(origin) AS origin
        FROM report WHERE domain = ? AND day BETWEEN ? AND ? GROUP BY reporter
      ) AS known JOIN origin ON origin.id = known.origin
      """)
    let start = facts.window.lowerBound
    rows.bind(Int64(domain.id), at: 1)
    rows.bind(Int64(start.number - 30), at: 2)
    rows.bind(Int64(start.number - 1), at: 3)
    defer { rows.reset() }
    while try rows.step() {
      let reporter = Int(rows.integer(0))
      reporters.insert(reporter)
      facts.reportersBefore.append(
        ReporterBefore(
          policyDomain: domain.id, reporter: reporter, days: Int(rows.integer(1)),
          span: Day(number: Int(rows.integer(4)))...Day(number: Int(rows.integer(5))),
          address: rows.text(6).lowercased(),
          messages: MessageCount(high: rows.integer(2), low: rows.integer(3))))
    }
  }

  /// What was before the window, of a domain that has no passing mail in it.
  private mutating func readHistory(of domain: PolicyDomains.Row) throws {
    let start = facts.window.lowerBound
    let first = facts.policies.filter { $0.domain == domain.name }.map(\.firstDay).min()
    guard let first, first < start else { return }
    let last = try Int.fetchOne(
      db, sql: "SELECT max(day) FROM report WHERE domain = ? AND day < ?",
      arguments: [domain.id, start.number])
    facts.history[domain.name] = DomainHistory(
      firstReport: first, lastReport: last.map(Day.init(number:)) ?? first,
      lastPassing: try PassingHistory(db).lastDay(
        of: domain.id, before: facts.window.lowerBound))
  }

  /// The policy domains that have passing mail in the window, found in one pass: traffic stands
  /// domain by domain, and the first passing mail of each is enough.
  private var domainsWithPassing: Set<Int> {
    var found: Set<Int> = []
    var last = -1
    for fact in facts.traffic where fact.policyDomain != last {
      guard facts.names.evaluations[fact.evaluation]?.passes ?? false else { continue }
      last = fact.policyDomain
      found.insert(last)
    }
    return found
  }

  private mutating func nameAll() throws {
    facts.names.domains = try NameReader.domains(domains, db)
    facts.names.reporters = try NameReader.reporters(reporters, db)
    facts.names.evaluations = try NameReader.evaluations(evaluations, db)
    guard naming == .everything else { return }
    facts.names.sources = try NameReader.sources(sources, db)
    facts.names.evidence = try NameReader.evidence(evidence, db)
  }
}

/// The newest day that reports about a domain tell of; those that count on no day have none.
let newestDayOfDomain =
  "SELECT max(day) FROM report WHERE domain = ? AND day > \(Day.none.number)"
