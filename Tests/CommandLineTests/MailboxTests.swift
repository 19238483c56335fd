import TestSupport
import Testing

/// Whole mailboxes against what is known to be in them.
struct MailboxTests {
  @Test func theSamplesHoldWhatTheirTruthSays() throws {
    let mailbox = try ImportedMailbox.samples.get()
    let truth = mailbox.truth
    #expect(mailbox.imported.status == 2)
    #expect(
      mailbox.imported.diagnosticLines.last?.hasPrefix(
        "1,306 mails and files; reports: 1,302 new (3 TLS, 1 failure), 2 duplicate, 1 conflicting, "
          + "2 refused; 8,935 records; 78,167 messages; set aside: 1 without a report;") == true)
    #expect(try Totals(mailbox.sqlite).undivided == Totals(truth["totals"]))
    #expect(try Totals.byDomain(mailbox.sqlite) == truth["domains"].members.mapValues(Totals.init))
    let window = truth["window"]
    let days = "day BETWEEN '\(window["first_day"].text)' AND '\(window["last_day"].text)'"
    #expect(try Totals(mailbox.sqlite, where: days).undivided == Totals(window["totals"]))
    #expect(
      try Totals.byDomain(mailbox.sqlite, where: days)
        == window["domains"].members.mapValues(Totals.init))
  }

  @Test func theSummaryOfTheSamplesIsThatOfTheirTruth() throws {
    let mailbox = try ImportedMailbox.samples.get()
    let window = mailbox.truth["window"]
    let summary = try JSONText(
      mailbox.run(["summary", "--until", "latest", "--by", "domain", "--format", "json"]).output)
    #expect(summary["window"]["from"].text == window["first_day"].text)
    #expect(summary["window"]["to"].text == window["last_day"].text)
    #expect(summary["reports"].integer == window["totals"]["reports"].integer)
    let rows = Dictionary(
      uniqueKeysWithValues: summary["rows"].items.map { ($0["domain"].text, Passes(row: $0)) })
    #expect(rows == window["domains"].members.mapValues(Passes.init(truth:)))
  }

  @Test func theSourcesOfTheSamplesAreThoseOfTheirTruth() throws {
    let mailbox = try ImportedMailbox.samples.get()
    let rows = try CSVText(
      mailbox.run(["export", "--until", "latest", "--level", "source"]).text
    ).columns(["domain", "source", "messages", "dmarc_pass"])
    let truth = mailbox.truth["window"]["domains"].members.flatMap { domain, facts in
      facts["sources"].members.map { source, counts in
        [domain, source, counts["messages"].plain, counts["pass"].plain]
      }
    }
    #expect(Set(rows) == Set(truth))
    #expect(rows.count == truth.count)
  }

  @Test func aGeneratedMailboxHoldsWhatItsTruthSays() throws {
    let mailbox = try ImportedMailbox.generated.get()
    let truth = mailbox.truth
    #expect(mailbox.imported.status == 0)
    let totals = try Totals(mailbox.sqlite)
    #expect(totals.reports == truth["reports"].integer)
    #expect(totals.records == truth["records"].integer)
    #expect(totals.messages == truth["messages"].integer)
    #expect(totals.dmarcPass == truth["dmarc_pass"].integer)
    #expect(totals.dkimPass == truth["dkim_pass"].integer)
    #expect(totals.spfPass == truth["spf_pass"].integer)
    #expect(totals.dispositions == Totals(truth).dispositions)
    #expect(
      try Totals.byDomain(mailbox.sqlite).mapValues(Passes.init)
        == truth["domains"].members.mapValues(Passes.init(truth:)))
    let sources = try mailbox.sqlite.integers("SELECT count(DISTINCT source) FROM records")
    #expect(sources == [truth["sources"].integer])
    let checks = try mailbox.sqlite.integers(
      """
      SELECT (SELECT count(*) FROM records JOIN dkim_results USING (evidence)),
        (SELECT count(*) FROM records JOIN spf_results USING (evidence)),
        (SELECT count(*) FROM records JOIN overrides USING (evaluation))
      """)
    #expect(
      checks
        == [truth["dkim_results"].integer, truth["spf_results"].integer, truth["reasons"].integer])
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    let mailbox = try ImportedMailbox.generated.get()
    try TemporaryFolder.with { folder in
      var dumps: [[[String]]] = []
      for jobs in ["1", "4"] {
        let database = folder.path("\(jobs).sqlite")
        let outcome = try Program.dmarcReport.run(
          ["import", "--database", database, "--jobs", jobs, "--quiet", mailbox.maildir])
        #expect(outcome.status == 0)
        dumps.append(try StoreDump.rows(SQLiteReader(database)))
      }
      #expect(!dumps[0].isEmpty)
      #expect(dumps[0] == dumps[1])
    }
  }
}

/// Sums over the record views, and the same out of a file of truths.
struct Totals: Equatable {
  var reports: Int
  var records: Int
  var messages: Int
  var dmarcPass: Int
  var dkimPass: Int
  var spfPass: Int
  var dispositions: [String: Int]

  init(_ truth: JSONText) {
    reports = truth["reports"].integer
    records = truth["records"].integer
    messages = truth["messages"].integer
    dmarcPass = truth["dmarc_pass"].integer
    dkimPass = truth["dkim_pass"].integer
    spfPass = truth["spf_pass"].integer
    dispositions = truth["dispositions"].members.mapValues { $0.integer }
  }

  init(_ database: SQLiteReader, where condition: String = "true") throws {
    let counts = try database.integers(
      """
      SELECT (SELECT count(*) FROM reports WHERE \(condition)), count(*), sum(messages),
        sum(messages * (dkim_aligned OR spf_aligned)), sum(messages * dkim_aligned),
        sum(messages * spf_aligned)
      FROM records WHERE \(condition)
      """)
    reports = counts[0]
    records = counts[1]
    messages = counts[2]
    dmarcPass = counts[3]
    dkimPass = counts[4]
    spfPass = counts[5]
    let rows = try database.rows(
      "SELECT disposition, sum(messages) FROM records WHERE \(condition) GROUP BY disposition")
    dispositions = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], Int($0[1]) ?? -1) })
  }

  /// The sums without their division by disposition.
  var undivided: Totals {
    var totals = self
    totals.dispositions = [:]
    return totals
  }

  static func byDomain(
    _ database: SQLiteReader, where condition: String = "true"
  ) throws -> [String: Totals] {
    let domains = try database.rows(
      "SELECT DISTINCT policy_domain FROM reports WHERE \(condition)"
    ).map { $0[0] }
    return try Dictionary(
      uniqueKeysWithValues: domains.map { domain in
        (domain, try Totals(database, where: "policy_domain = '\(domain)' AND \(condition)"))
      })
  }
}

/// What passed of the mail of a domain.
struct Passes: Equatable {
  let messages: Int
  let dmarcPass: Int
  let dkimPass: Int
  let spfPass: Int

  init(_ totals: Totals) {
    messages = totals.messages
    dmarcPass = totals.dmarcPass
    dkimPass = totals.dkimPass
    spfPass = totals.spfPass
  }

  init(truth: JSONText) { self.init(Totals(truth)) }

  init(row: JSONText) {
    messages = row["messages"].integer
    dmarcPass = row["dmarc_pass"].integer
    dkimPass = row["dkim_aligned"].integer
    spfPass = row["spf_aligned"].integer
  }
}

/// All that the views say, without what tells when and from where it came.
enum StoreDump {
  static func rows(_ database: SQLiteReader) throws -> [[String]] {
    let views = [
      "SELECT * FROM reports ORDER BY report", "SELECT * FROM records ORDER BY record",
      "SELECT * FROM dkim_results", "SELECT * FROM spf_results", "SELECT * FROM overrides",
      "SELECT domain, day, source, hex(detail), hex(entries) FROM rollup ORDER BY 1, 2, 3, 4",
      "SELECT * FROM policy_sighting ORDER BY domain, policy",
    ]
    return try views.flatMap(database.rows)
  }
}
