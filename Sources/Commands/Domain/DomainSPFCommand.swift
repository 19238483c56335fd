internal import ArgumentParser
internal import DMARC
internal import DNS
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
  var ip: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The address of MAIL FROM; \"\" is the null sender of bounces.", valueName: "address"))
  var from: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The name given in HELO or EHLO.", valueName: "name"))
  var helo: String?

  @Option(
    help: ArgumentHelp(
      "A record to suppose in place of the one that is published.", valueName: "record"))
  var record: String?

  @OptionGroup var resolver: ResolverArguments
  @OptionGroup var format: FormatOptions

  func run() throws {
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
}
