internal import Analysis
public import ArgumentParser
internal import Facts
public import ReportOutput

/// `dmarc-report readiness`: can the policy move, what stands in the way, what to fix first.
struct ReadinessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readiness",
    abstract: "Says whether the policy can move towards reject, and what to fix first.",
    discussion: """
      The verdicts are ready, ask, fix, wait, parked, enforced and alarm; docs/readiness.md \
      explains them and every gate. Ends with status 0 when every domain is ready, parked or \
      enforced, and with 10 when one is not.

        $ dmarc-report readiness --domain example.com
        $ dmarc-report readiness --domain example.com --by day --format csv
        $ dmarc-report readiness --domain example.com --live
        $ dmarc-report readiness --format json | jq '.domains[].verdict'
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var question: ReadinessArguments

  @Option(
    help: ArgumentHelp(
      "The record published now, to make the next one from; needs one --domain.",
      valueName: "record"))
  var record: String?

  @Option(
    help: "Instead of verdicts: how much mail of each kind there is, by day, reporter or sender.")
  var by: TimelineAnswer.Grouping?

  @OptionGroup var live: LiveOptions
  @OptionGroup var format: FormatOptions

  func validate() throws {
    guard record == nil || !live.live else {
      throw ValidationError("--record and --live exclude each other.")
    }
    guard record == nil || question.window.asked.domain.count == 1 else {
      throw ValidationError("--record needs exactly one --domain.")
    }
  }

  func run() throws {
    var records: [String: DMARCRecord] = [:]
    if let record, let domain = question.window.asked.named.first {
      records[domain] = try Self.read(ZoneText.unquoted(record))
    }
    let judgement = try question.judgement(
      of: try database.open(for: .reading), by != nil ? .mail : .verdicts
    ) { domains in
      records.merge(try live.records(of: domains)) { given, _ in given }
      return records
    }
    if let by {
      let empty = EmptyWindow(judgement.facts, judgement.filter)
      return try format.write(TimelineAnswer(judgement.report, by: by, empty: empty).document)
    }
    let published = records.count == 1 ? records.values.first : nil
    try format.write(
      ReadinessAnswer(
        judgement.report, of: judgement.facts, judgement.filter, published: published,
        strangers: judgement.strangers
      ).document)
    guard judgement.report.isReady else { throw ExitStatus.notReady.code }
  }

  private static func read(_ text: String) throws -> DMARCRecord {
    do {
      return try DMARCRecord(reading: text)
    } catch {
      throw UsageFailure(
        what: "--record", why: error.sentence, hint: "give it whole, as 'v=DMARC1; p=none; …'")
    }
  }
}

extension TimelineAnswer.Grouping: ExpressibleByArgument {}
