internal import Analysis
internal import ArgumentParser
internal import DMARC
internal import Facts
internal import Glibc
internal import ReportOutput

/// `dmarc-report alerts`: what is new since it was last asked.
struct AlertsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alerts",
    abstract: "Tells what is new since it was last asked: each thing once, and once when it is over.",
    discussion: """
      Senders that come or break, more mail at risk, another verdict or policy, reporters that fall \
      silent, no reports, imports that do not run. It prints nothing and ends with status 0 where \
      nothing is new, and with 14 where something is. What there is when it is asked for the first \
      time is learned and not told. Only complete days count. docs/alerts.md has every rule.

        $ dmarc-report alerts
        $ dmarc-report alerts --dry-run --format json | jq '.rows[].sentence'
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var question: ReadinessArguments
  @OptionGroup var format: FormatOptions

  @Option(
    help: ArgumentHelp(
      "Days that a report may be late: a day is complete when so many more have passed.",
      valueName: "n"))
  var late = 1

  @Flag(help: "Tell without remembering that it was told.")
  var dryRun = false

  func validate() throws {
    guard (0...30).contains(late) else {
      throw ValidationError("--late must be a number from 0 to 30.")
    }
  }

  func run() throws {
    let store = try database.open(for: dryRun ? .reading : .writing)
    let now = Int64(time(nil))
    let complete = Day(containing: now).advanced(by: -1 - late)
    let judgement = try question.judgement(of: store, endingBy: complete, timelines: true)
    let outcome = AlertAnalysis(now: now).outcome(
      of: judgement.report, names: judgement.facts.names, status: try store.status(),
      problems: try store.problems(), notes: try store.watchNotes())
    try format.write(AlertsAnswer(outcome.alerts, asOf: judgement.report.asOf).document)
    // Remembered once it is told: what could not be written is told the next time.
    if !dryRun { try store.keepWatchNotes(outcome.notes) }
    guard outcome.alerts.isEmpty else { throw ExitStatus.news.code }
  }
}
