internal import Analysis
internal import ArgumentParser
internal import Configuration
internal import DMARC
internal import Facts
internal import Glibc
internal import Outbox
internal import ReportOutput

/// `dmarc-report alerts`: what is new since it was last asked.
struct AlertsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alerts",
    abstract:
      "Tells what is new since it was last asked: each thing once, and once when it is over.",
    discussion: """
      Senders that come or break, more mail at risk, another verdict or policy, reporters that fall \
      silent, no reports, imports that do not run. It prints nothing and ends with status 0 where \
      nothing is new, and with 14 where something is. What there is when it is asked for the first \
      time is learned and not told. Only complete days count. docs/alerts.md has every rule.

        $ dmarc-report alerts
        $ dmarc-report alerts --send --to postmaster@example.com
        $ dmarc-report alerts --dry-run --format json | jq '.rows[].sentence'
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var question: ReadinessArguments
  @OptionGroup var mail: MailOptions
  @OptionGroup var format: FormatOptions

  @Option(
    help: ArgumentHelp(
      "Days that a report may be late: a day is complete when so many more have passed.",
      valueName: "n"))
  var late = AlertsCommand.usuallyLate

  @Flag(help: "Tell without remembering that it was told.")
  var dryRun = false

  func validate() throws {
    guard !dryRun || !mail.send else {
      throw ValidationError("--dry-run sends nothing: leave out --send.")
    }
    guard (0...30).contains(late) else {
      throw ValidationError("--late must be a number from 0 to 30.")
    }
  }

  /// Most reports come on the day after, and nearly all a day later.
  private static let usuallyLate = 1

  /// The last UTC day that nearly all reports have come about at a moment in UTC seconds.
  static func lastComplete(at now: Int64, late: Int = usuallyLate) -> Day {
    Day(containing: now).advanced(by: -1 - late)
  }

  func run() throws {
    let now = Int64(time(nil))
    let addresses = try mail.recipients(else: try Settings.inForce().alerts?.value ?? [])
    let store = try database.open(for: dryRun ? .reading : .writing)
    let judgement = try question.judgement(
      of: store, .pictures, endingBy: Self.lastComplete(at: now, late: late))
    let outcome = AlertAnalysis(now: now).outcome(
      of: judgement.report, names: judgement.facts.names, status: try store.status(),
      problems: try store.problems(), notes: try store.watchNotes())
    let answer = AlertsAnswer(outcome.alerts, asOf: judgement.report.asOf)
    if !mail.send {
      try format.write(answer.document)
    } else if !outcome.alerts.isEmpty {
      try Sendmail(path: mail.sendmail).send(message(answer, to: addresses, at: now))
    }
    // Remembered once it is told: what could not be written or sent is told the next time.
    if !dryRun { try store.keepWatchNotes(outcome.notes) }
    guard outcome.alerts.isEmpty else { throw ExitStatus.news.code }
  }

  private func message(_ answer: AlertsAnswer, to addresses: [String], at now: Int64)
    -> OutgoingMail
  {
    let text = answer.document.text(as: .table, style: TextStyle(width: 76))
    return OutgoingMail(
      from: mail.sender, to: addresses, subject: answer.subject, date: now,
      messageID: "dmarc-alerts.\(now).\(StableHash.text(addresses + [text]))@\(mail.senderHost)",
      listID: "dmarc-alerts.\(mail.senderHost)", plain: text)
  }
}
