import Foundation
import TestSupport
import Testing

/// `metrics` writes what Prometheus reads, and names nothing that a stranger chose.
@Suite struct MetricsTests {
  private func metrics(_ arguments: String...) throws -> Outcome {
    try ImportedMailbox.samples.get().run(["metrics", "--until", "latest"] + arguments)
  }

  @Test func everyLineIsOfTheTextFormat() throws {
    let outcome = try metrics("--domain", "example.com", "--domain", "example.net")
    #expect(outcome.status == 0)
    #expect(try Exposition(outcome.text).families.count == 16)
  }

  @Test func theNumbersAreThoseOfReadiness() throws {
    let exposition = try Exposition(metrics("--domain", "example.com", "--exact").text)
    let labels = { (kind: String) in ["domain": "example.com", "kind": kind] }
    let messages = { exposition["dmarc_report_messages", labels($0)] }
    #expect(messages("at_risk") == 29)
    #expect(messages("in_question") == 5531)
    #expect(messages("forwarded") == 406)
    #expect(messages("spoofed") == 117)
    #expect(exposition["dmarc_report_verdict", ["domain": "example.com", "verdict": "fix"]] == 1)
    #expect(exposition["dmarc_report_verdict", ["domain": "example.com", "verdict": "ask"]] == 0)
    #expect(exposition["dmarc_report_gate_met", ["domain": "example.com", "gate": "streams"]] == 0)
    #expect(exposition["dmarc_report_problems", ["kind": "refused"]] == 2)
  }

  @Test func kindsAddUpToAllMessages() throws {
    let exposition = try Exposition(metrics("--domain", "example.com").text)
    let kinds = exposition.samples.filter {
      $0.name == "dmarc_report_messages" && $0.labels["domain"] == "example.com"
    }
    let all = try ImportedMailbox.samples.get().sqlite.integers(
      """
      SELECT sum(messages) FROM records WHERE policy_domain = 'example.com'
        AND day BETWEEN '2026-10-02' AND '2026-10-31'
      """)
    #expect(kinds.map(\.value).reduce(0, +) == Double(all[0]))
  }

  @Test func noDomainIsNamedThatIsNotOnesOwn() throws {
    let outcome = try metrics()
    #expect(!outcome.text.contains("domain="))
    #expect(
      outcome.diagnosticLines == [
        "note: metrics: no domain is known to be yours, so none is named",
        "hint: dmarc-report domains own --reported, or --domain",
      ])
    #expect(try metrics("--all-domains").status == 64)
  }

  /// Names below a domain of one's own are a stranger's to make up.
  @Test func aReportMadeUpAboutASubdomainMakesNoSeries() throws {
    try TemporaryFolder.with { folder in
      let own = (0..<12).map { SmallReport(day: $0) }
      let madeUp = (0..<3).map { SmallReport(domain: "x\($0).example.com", day: 11) }
      let database = try SmallReport.database(of: own + madeUp, in: folder)
      let outcome = try Program.dmarcReport.run([
        "metrics", "--database", database, "--until", "latest", "--domain", "example.com",
      ])
      let exposition = try Exposition(outcome.text)
      #expect(Set(exposition.samples.compactMap { $0.labels["domain"] }) == ["example.com"])
    }
  }

  @Test func theFileIsReplacedWhole() throws {
    let mailbox = try ImportedMailbox.samples.get()
    try TemporaryFolder.with { folder in
      let file = try folder.write("old\n", to: "dmarc.prom")
      let before = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
      let outcome = try mailbox.run(["metrics", "--domain", "example.com", "--output", file])
      #expect(outcome.status == 0)
      #expect(outcome.output.isEmpty)
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(try Exposition(text).families.count == 16)
      let after = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
      #expect(before != after)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["dmarc.prom"])
    }
  }

  @Test func everyNumberOfTheRulesIsWritten() throws {
    let rules = try String(
      contentsOf: Places.package.appending(path: "docs/dmarc-report.rules.yml"), encoding: .utf8)
    let asked = Set(rules.matches(of: /dmarc_report_\w+/).map { String($0.0) })
    let written = try Exposition(metrics("--domain", "example.com").text).families
    #expect(asked.count >= 6)
    #expect(asked.isSubset(of: written))
    let page = try String(
      contentsOf: Places.package.appending(path: "docs/metrics.md"), encoding: .utf8)
    #expect(Set(page.matches(of: /`(dmarc_report_\w+)`/).map { String($0.1) }) == written)
  }
}

/// The text format of Prometheus, read strictly: what `promtool check metrics` would find amiss is an
/// error here.
struct Exposition {
  struct Malformed: Error {
    let line: Substring
  }

  struct Sample {
    let name: String
    let labels: [String: String]
    let value: Double
  }

  private(set) var families: Set<String> = []
  private(set) var samples: [Sample] = []

  init(_ text: String) throws {
    guard text.hasSuffix("\n") else { throw Malformed(line: text.suffix(80)) }
    var expected = ""
    var helped: Substring = ""
    for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
      if let help = line.wholeMatch(of: /# HELP ([a-z_]+) \S.*/) {
        helped = help.1
      } else if let type = line.wholeMatch(of: /# TYPE ([a-z_]+) gauge/) {
        expected = String(type.1)
        guard type.1 == helped, families.insert(expected).inserted, Self.isNamedWell(expected)
        else {
          throw Malformed(line: line)
        }
      } else if let sample = line.wholeMatch(of: /([a-z_]+)(?:\{(.*)\})? (\S+)/),
        sample.1 == expected,
        let value = Double(sample.3)
      {
        let labels = (sample.2 ?? "").matches(of: /([a-z_]+)="((?:[^"\\]|\\[\\n"])*)"/)
        let keys = labels.map { String($0.1) }
        guard Set(keys).count == keys.count else { throw Malformed(line: line) }
        samples.append(
          Sample(
            name: expected,
            labels: Dictionary(labels.map { (String($0.1), String($0.2)) }) { first, _ in first },
            value: value))
      } else {
        throw Malformed(line: line)
      }
    }
  }

  /// https://prometheus.io/docs/practices/naming/: base units at the end, and what is no counter has no
  /// `_total` and no `_count`.
  private static func isNamedWell(_ name: String) -> Bool {
    let bad = ["_total", "_count", "_sum", "_bucket", "_percent", "_days", "_hours", "_gauge"]
    return name.hasPrefix("dmarc_report_") && !bad.contains(where: name.hasSuffix)
  }

  subscript(name: String, labels: [String: String]) -> Double? {
    samples.first { $0.name == name && $0.labels == labels }?.value
  }
}
