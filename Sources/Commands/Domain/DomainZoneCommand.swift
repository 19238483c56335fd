internal import ArgumentParser
internal import DMARC
internal import DNS
internal import DomainAudit
internal import ReportOutput
internal import Resolver

/// `dmarc-report domain zone`: the records as found.
struct DomainZoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zone",
    abstract: "Shows all records of a domain that have to do with mail, as they stand.",
    discussion: """
      Keys are those that reports have shown in the window, and those named.

        $ dmarc-report domain zone example.com --selector 2026
      """)

  @Argument(help: "The domain.", completion: .domains)
  var domain: String

  @Option(help: ArgumentHelp("A DKIM selector to look at too.", valueName: "selector"))
  var selector: [String] = []

  @OptionGroup var mail: DomainMailOptions
  @OptionGroup var resolver: ResolverArguments
  @OptionGroup var format: FormatOptions

  func run() throws {
    let domain = DomainName.normalized(domain)
    let source = try resolver.open()
    let seen = try mail.traffic(of: [domain]).flatMap(\.keys.keys).filter { $0.domain == domain }
    let selectors = Set(seen.map(\.selector) + selector.map { $0.lowercased() }).sorted()
    let view = try Waiting.value {
      await ZoneView(of: domain, selectors: selectors, by: source)
    }
    try format.write(ZoneAnswer(view, of: domain).document)
    if view.hasUnknowns { throw ExitStatus.notKnown.code }
  }
}
