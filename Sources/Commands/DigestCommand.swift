internal import Analysis
internal import ArgumentParser
internal import Configuration
internal import DMARC
internal import Facts
internal import Glibc
internal import Outbox
internal import Pages
internal import ReportOutput

/// `dmarc-report digest`: the days just past as a mail.
struct DigestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Makes a mail of the week just past: verdicts, what to do, what is new.",
    discussion: """
      It prints the mail, or with --send hands it to `sendmail -t -i`. The days end with the last \
      complete one, and stand beside as many days before. The verdict is that of 30 days or more. A \
      mail of the same days to the same addresses is sent once; a quiet week is mailed as well.

        $ dmarc-report digest --domain example.com --to postmaster@example.com
        $ dmarc-report digest --send --to postmaster@example.com
      """)

  /// Days of a verdict's window at the least, and how many of the mail's there must be in it.
  private static let (leastWindow, periodsOfWindow) = (30, 4)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var question: ReadinessArguments
  @OptionGroup var mail: MailOptions

  @Flag(help: "Send it even if it was sent already.")
  var again = false

  func validate() throws {
    guard question.window.since == nil else {
      throw ValidationError("--since: a digest is about --days N, 7 unless told.")
    }
  }

  func run() throws {
    let now = Int64(time(nil))
    let days = question.window.days ?? 7
    let addresses = try mail.recipients(else: try Settings.inForce().digest?.value ?? [])
    let store = try database.open(for: mail.send ? .writing : .reading)
    let judgement = try question.judgement(
      of: store, .pictures, endingBy: AlertsCommand.lastComplete(at: now),
      days: max(Self.leastWindow, days * Self.periodsOfWindow))
    let answer = DigestAnswer(judgement.report, names: judgement.facts.names, days: days)
    let message = OutgoingMail(
      from: mail.sender, to: addresses, subject: answer.subject, date: now,
      messageID: messageID(answer, addresses, judgement.filter),
      listID: "dmarc-digest.\(mail.senderHost)", plain: answer.text,
      html: DigestBody(answer).text)
    guard mail.send else { return try Self.print(message) }
    try Self.send(message, by: Sendmail(path: mail.sendmail), once: again ? nil : store, now)
  }

  private static func print(_ message: OutgoingMail) throws {
    let output = Output.standardOutput()
    try output.write(message.text())
    try output.flush()
  }

  /// The same for the same days, domains and addresses, so that no reader shows a mail twice.
  private func messageID(
    _ answer: DigestAnswer, _ addresses: [String], _ filter: WindowFilter
  ) -> String {
    let (first, last) = (answer.period.lowerBound.text, answer.period.upperBound.text)
    let hash = StableHash.text(addresses + [""] + filter.domains)
    return "dmarc-digest.\(first).\(last).\(hash)@\(mail.senderHost)"
  }

  /// Sends a mail that nobody sent yet; with no store to ask, in any case.
  ///
  /// It is claimed before it goes out: two runs at once send one mail.
  private static func send(
    _ message: OutgoingMail, by sendmail: Sendmail, once store: (any WatchKeeping)?, _ now: Int64
  ) throws {
    if let store, try !store.claimMail(message.messageID, now: now) {
      return Diagnostics().note(
        "digest", why: "the mail of these days was sent already", hint: "--again sends it once more"
      )
    }
    do {
      try sendmail.send(message)
    } catch {
      try store?.releaseMail(message.messageID)
      throw error
    }
  }
}
