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
      Without --ip: the record, and everything it leads to. The domain checked is that of --from, as receivers do; without it, the one named.

        $ dmarc-report domain spf example.com
        $ dmarc-report domain spf example.com --ip 192.0.2.1 --from alice@example.com
        $ dmarc-report domain spf example.com --from-reports --until latest
        $ dmarc-report domain spf example.com --ip 192.0.2.1 --record "v=spf1 mx -all"
      """)

  @Argument(help: "The domain.", completion: .domains)
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
    guard ip == nil || !fromReports else {
      throw ValidationError("Say either --ip or --from-reports.")
    }
    guard ip != nil || (from == nil && helo == nil) else {
      throw ValidationError("--from and --helo need --ip.")
    }
  }

  func run() throws {
    if let ip {
      try check(ip)
    } else if fromReports {
      try replay()
    } else {
      try follow()
    }
  }

  /// The record, or the draft, and everything it leads to.
  private func follow() throws {
    let domain = DomainName.normalized(domain)
    let source = RememberingResolver(try resolver.open())
    let draft = record
    let (trouble, answer) = try Waiting.value {
      let published = draft == nil ? await source.ask(domain, .txt) : nil
      let texts = draft.map { [$0] } ?? SPFRecord.candidates(among: published?.texts ?? [])
      var census: SPFCensus?
      if texts.count == 1, let record = SPFRecord(texts[0]), record.badTerms.isEmpty {
        census = await SPFCensus(of: record, at: domain, by: source)
      }
      return (published?.trouble, SPFRecordAnswer(texts, of: domain, census: census))
    }
    if let trouble {
      Diagnostics().error("TXT \(domain)", why: "not known: \(trouble.sentence)")
      throw ExitStatus.notKnown.code
    }
    try format.write(answer.document)
    if answer.hasFaults { throw ExitStatus.findings.code }
    if answer.hasUnknowns { throw ExitStatus.notKnown.code }
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
