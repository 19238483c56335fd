import TestSupport
import Testing

/// `readiness --by` against SQL over the record views, to the message.
struct TimelineTests {
  private static let kinds = [
    "passes", "at_risk", "in_question", "forwarded", "over", "spoofed", "unproven",
  ]

  /// Passes as readiness has it: where receiver and evidence disagree, the less favourable counts.
  private static let passes = """
    (CASE WHEN dkim_recomputed IS NULL AND spf_recomputed IS NULL THEN dkim_aligned OR spf_aligned
     ELSE dkim_aligned AND dkim_recomputed = 'pass' OR spf_aligned AND spf_recomputed = 'pass' END)
    """

  private func rows(_ asked: Asked, by grouping: String) throws -> CSVText {
    try CSVText(
      asked.mailbox.get().run(
        ["readiness", "--by", grouping, "--format", "csv"] + asked.question.options
      ).text)
  }

  /// The rows with messages, as domain, keys, messages and passing messages.
  private func counted(_ csv: CSVText, by keys: [String]) -> [[String]] {
    csv.columns(["domain"] + keys + ["messages", "passes"]).filter { $0[$0.count - 2] != "0" }
  }

  @Test(arguments: Asked.all.filter { !$0.question.failing })
  func everyDayAndReporterAgreesWithTheRecords(asked: Asked) throws {
    let database = try asked.mailbox.get().sqlite
    let traffic = Traffic(question: asked.question)
    for (grouping, keys) in ["day": ["day"], "reporter": ["reporter", "day"]] {
      let list = (["policy_domain"] + keys).joined(separator: ", ")
      let expected = try database.rows(
        """
        \(traffic.asked) SELECT \(list), sum(messages), sum(messages * \(Self.passes)) FROM asked
        GROUP BY \(list)
        """)
      let found = counted(try rows(asked, by: grouping), by: keys)
      #expect(Set(found) == Set(expected), "by \(grouping)")
      #expect(found.count == expected.count)
      #expect(!expected.isEmpty)
    }
  }

  @Test(arguments: Asked.all.filter { !$0.question.failing })
  func theKindsOfEveryRowAddUp(asked: Asked) throws {
    let total = try Traffic(question: asked.question).total(asked.mailbox.get().sqlite)
    var sums: [String: [Int]] = [:]
    for grouping in ["day", "reporter", "sender"] {
      let csv = try rows(asked, by: grouping)
      for row in csv.columns(Self.kinds + ["messages"]) {
        let numbers = row.map { Int($0) ?? -1 }
        #expect(numbers.dropLast().reduce(0, +) == numbers.last)
      }
      sums[grouping] = (["messages"] + Self.kinds).map { kind in
        csv.column(kind).reduce(0) { $0 + (Int($1) ?? -1) }
      }
      #expect(sums[grouping] == sums["day"], "by \(grouping)")
      #expect(sums[grouping].map { "\($0[0])" } == total[0])
    }
  }

  @Test func theKindsAreThoseOfTheVerdicts() throws {
    let mailbox = try ImportedMailbox.samples.get()
    let verdicts = try JSONText(
      mailbox.run(["readiness", "--until", "latest", "--format", "json"]).output)
    let total = try JSONText(
      mailbox.run(["readiness", "--until", "latest", "--by", "sender", "--format", "json"]).output)[
        "total"]
    for kind in ["at_risk", "in_question", "forwarded", "over", "spoofed", "unproven", "messages"] {
      let sum = verdicts["domains"].items.reduce(0) { sum, domain in
        // Mail that was judged together is in both.
        let isApart = domain["judged_with_subdomains"].plain != "1"
        let below = isApart ? domain["subdomains"].members[kind]?.integer ?? 0 : 0
        return sum + domain[kind].integer + below
      }
      #expect(total[kind].integer == sum, "\(kind)")
    }
  }
}
