internal import Analysis
internal import ArgumentParser
internal import DMARC
internal import Facts
internal import ReportOutput

/// `dmarc-report metrics`: the numbers a monitoring system watches.
struct MetricsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "Writes numbers for Prometheus, as node_exporter's textfile collector reads them.",
    discussion: """
      Only your own domains are named (`dmarc-report domains own`), or those given by --domain: \
      anybody can report about any other, and would make series of them. docs/metrics.md has every \
      number, and rules that raise an alarm.

        $ dmarc-report metrics --domain example.com
        $ dmarc-report metrics --output /var/lib/prometheus/node-exporter/dmarc-report.prom
      """)

  @OptionGroup var database: DatabaseOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, which appears whole or not at all; standard output otherwise.",
      valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var question: ReadinessArguments

  func validate() throws {
    guard !question.allDomains else {
      throw ValidationError("--all-domains would let strangers choose labels: name domains.")
    }
  }

  func run() throws {
    let file = try FileOutput(path: output ?? "-")
    let store = try database.open(for: .reading)
    let judgement = try question.judgement(of: store)
    let named = Set(judgement.filter.domains + judgement.ownership.domains)
    if named.isEmpty {
      Diagnostics().note(
        "metrics", why: "no domain is known to be yours, so none is named",
        hint: "dmarc-report domains own --reported, or --domain")
    }
    let answer = MetricsAnswer(
      judgement.report, status: try store.status(), problems: try store.problems()
    ) { domain in
      // Below a domain of one's own a stranger can make up names, but not become established by it.
      named.contains(domain.domain)
        || named.contains { DomainName.isWithin(domain.domain, $0) }
          && !domain.establishedReporters.isEmpty
    }
    try file.output.write(answer.text)
    try file.commit()
  }
}
