internal import ArgumentParser
internal import DMARC
internal import DNS
internal import DomainAudit
internal import Glibc
internal import PublishedRecords
internal import ReceiverRules
internal import ReportOutput
internal import Resolver

/// `dmarc-report domain spf`: what SPF says of a mail, step by step.
struct DomainSPFCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spf",
    abstract: "Asks SPF about a mail as a receiver does, and shows every step.",
    discussion: """
      The domain checked is that of --from, as receivers do; without it, the one named.

        $ dmarc-report domain spf example.com --ip 192.0.2.1 --from alice@example.com
        $ dmarc-report domain spf example.com --ip 192.0.2.1 --record "v=spf1 mx -all"
      """)

  @Argument(help: "The domain.")
  var domain: String

  @Option(help: ArgumentHelp("The address that mail comes from.", valueName: "address"))
  var ip: String?

  @Flag(help: "Ask about every sender that receivers reported in the window.")
  var fromReports = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The address of MAIL FROM; \"\" is the null sender of bounces.", valueName: "address"))
  var from: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The name given in HELO or EHLO.", valueName: "name"))
  var helo: String?

  @Option(
    help: ArgumentHelp(
      "A record to suppose in place of the one that is published.", valueName: "record"))
  var record: String?

  @Option(
    help: ArgumentHelp(
      "With --from-reports: how many senders at the most, 0 for all; tables have 40.",
      valueName: "n"))
  var limit: Int?

  @OptionGroup var mail: DomainMailOptions
  @OptionGroup var resolver: ResolverArguments
  @OptionGroup var format: FormatOptions

  func validate() throws {
    guard (ip == nil) == fromReports else {
      throw ValidationError("Say either --ip or --from-reports.")
    }
  }

  func run() throws {
    if let ip { try check(ip) } else { try replay() }
  }

  private func check(_ ip: String) throws {
    guard let address = SourceAddress(ip) else {
      throw UsageFailure(
        what: ip, why: "it is no IP address", hint: "give it as 192.0.2.1 or 2001:db8::1")
    }
    var query = SPFQuery(
      address: address, mailFrom: from ?? "postmaster@\(domain)", helo: helo ?? domain)
    query.time = Int64(time(nil))
    let drafts = record.map { [query.domain: $0] } ?? [:]
    let (asked, source) = (query, try resolver.open())
    let outcome = try Waiting.value {
      await SPFEvaluator(source, supposing: drafts).check(asked)
    }
    try format.write(SPFAnswer(outcome, of: asked).document)
    switch outcome.result {
    case .temperror: throw ExitStatus.notKnown.code
    case .permerror: throw ExitStatus.findings.code
    default: break
    }
  }

  private func replay() throws {
    let domain = DomainName.normalized(domain)
    guard let traffic = try mail.traffic(of: [domain]).first else { return }
    let source = RememberingResolver(try resolver.open())
    let draft = record
    let (replay, terms) = try Waiting.value {
      let replay = await SPFReplay(of: traffic, draft: draft, by: source)
      let answer = await source.ask(domain, .txt)
      guard let text = SPFRecord.candidates(among: answer.texts).first, let record = SPFRecord(text)
      else { return (replay, [TermUse]()) }
      let census = await SPFCensus(of: record, at: domain, by: source)
      return (replay, TermUse.all(of: record, at: domain, census, replay))
    }
    let answer = SPFReplayAnswer(
      replay, terms: terms, of: domain, limit: format.rowLimit(limit))
    try format.write(answer.document)
    if replay.rows.contains(where: { $0.now.result == .temperror }) {
      throw ExitStatus.notKnown.code
    }
    if replay.rows.contains(where: { $0.change == .loses }) { throw ExitStatus.findings.code }
  }
}
