internal import ArgumentParser
internal import DMARC
internal import DNS
internal import DomainAudit
internal import PublishedRecords
internal import ReportOutput
internal import Resolver

/// `dmarc-report domain record`: the record to publish, made from what receivers saw.
struct DomainRecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Makes the record to publish, from what receivers saw.",
    discussion: """
      spf lets through whoever passes now and whomever you approved; it is tried against the mail \
      of the window before it is shown. dmarc is the next step of `readiness`. Nothing is written \
      to a DNS server.

        $ dmarc-report domain record spf example.com --until latest
        $ dmarc-report domain record dkim example.com --selector 2026 --key public.pem
        $ dmarc-report domain record parked old.example
      """)

  /// What the record is for.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case spf, dmarc, dkim, parked
  }

  @Argument(help: "spf, dmarc, dkim or parked.")
  var kind: Kind

  @Argument(help: "The domain.", completion: .domains)
  var domain: String

  @Option(help: ArgumentHelp("For dkim: the selector.", valueName: "selector"))
  var selector: String?

  @Option(
    help: ArgumentHelp(
      "For dkim: the file with the public key, as PEM or base 64.", valueName: "file"),
    completion: .file())
  var key: String?

  @OptionGroup var mail: DomainMailOptions
  @OptionGroup var resolver: ResolverArguments
  @OptionGroup var format: FormatOptions

  func validate() throws {
    guard kind != .dkim || (selector != nil && key != nil) else {
      throw ValidationError("dkim needs --selector and --key.")
    }
  }

  func run() throws {
    let domain = DomainName.normalized(domain)
    let answer =
      switch kind {
      case .spf: try spf(domain)
      case .dmarc: try dmarc(domain)
      case .dkim: try dkim(domain)
      case .parked: RecordAnswer(PublishableRecord.parked(domain))
      }
    // Lines to be copied are never broken.
    try answer.document.write(
      as: format.format, style: TextStyle(), to: Output.standardOutput())
  }

  private func spf(_ domain: String) throws -> RecordAnswer {
    guard let traffic = try mail.traffic(of: [domain]).first else { return RecordAnswer([]) }
    let source = RememberingResolver(try resolver.open())
    let draft = try Waiting.value { await SPFBuilder(source).draft(for: traffic) }
    var notes: [String] = []
    if traffic.messages == 0 {
      notes.append("No mail of \(domain) is known, so it lets nobody through.")
    }
    if !draft.dropped.isEmpty {
      notes.append("Left out, for no mail came by them: \(draft.dropped.joined(separator: " ")).")
    }
    if !draft.added.isEmpty { notes.append("Added: \(draft.added.joined(separator: " ")).") }
    let lost = draft.lost.map(\.reported.messages).reduce(0, +)
    notes.append(
      lost == 0
        ? "Tried against the mail of the window: nothing of your own loses its pass."
        : "Tried against the mail of the window: \(Human.counted(lost)) of your own "
          + "would not pass.")
    return RecordAnswer([PublishableRecord(domain, draft.text)], notes: notes)
  }

  private func dmarc(_ domain: String) throws -> RecordAnswer {
    let record = try NextDMARCRecord(mail: mail, resolver: resolver).make(domain)
    let judgement = RecordLint.judge([record.text], as: .dmarc)
    return RecordAnswer(
      [record],
      notes: judgement.findings.filter { $0.level <= .should }.map { "\($0.term): \($0.text)." })
  }

  private func dkim(_ domain: String) throws -> RecordAnswer {
    let path = key ?? ""
    let text = try KeyFile.base64(path)
    let isEd25519 = text.utf8.count < 100
    let record =
      "v=DKIM1; k=\(isEd25519 ? "ed25519" : "rsa"); p=\(isEd25519 ? String(text.suffix(44)) : text)"
    let judgement = RecordLint.judge([record], as: .dkim)
    guard judgement.verdict != .error else {
      throw UsageFailure(
        what: path, why: judgement.findings.first?.text ?? "it holds no public key",
        hint: "give the public key, as openssl pkey -pubout writes it")
    }
    return RecordAnswer(
      [PublishableRecord("\(selector ?? "")._domainkey.\(domain)", record)],
      notes: judgement.findings.map { "\($0.code): \($0.text)." })
  }
}
