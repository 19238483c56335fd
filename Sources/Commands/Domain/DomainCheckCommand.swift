internal import ArgumentParser
internal import DMARC
internal import DNS
internal import DomainAudit
internal import PublicSuffix
internal import ReportOutput
internal import Resolver
internal import Synchronization

/// `dmarc-report domain check`, or `domain` alone: everything in one page.
struct DomainCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks everything that a domain publishes, the worst first.",
    discussion: """
      `dmarc-report domain example.com` is the same. docs/domain.md lists the findings.

        $ dmarc-report domain example.com --until latest
        $ dmarc-report domain --all --format csv
      """)

  @Argument(help: "The domains.", completion: .domains)
  var domains: [String] = []

  @Flag(help: "Every policy domain that the reports of the window are about.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "A DKIM selector to look at beside those that reports show; may be given several times.",
      valueName: "selector"))
  var selector: [String] = []

  @Option(help: ArgumentHelp("Days without mail after which a key is unused.", valueName: "n"))
  var unusedDays = 30

  @Flag(help: "Ask each name server of a domain itself, too, and compare.")
  var nameServers = false

  @Option(help: ArgumentHelp("The port of name servers.", visibility: .hidden))
  var nameServerPort = 53

  @OptionGroup var mail: DomainMailOptions
  @OptionGroup var resolver: ResolverArguments
  @OptionGroup var format: FormatOptions

  func validate() throws {
    let asked = mail.window.asked
    guard all || !domains.isEmpty || !asked.domain.isEmpty || !asked.group.isEmpty else {
      throw ValidationError("Name at least one domain, or say --all.")
    }
  }

  func run() throws {
    let source = RememberingResolver(try resolver.open())
    let traffic = try traffic()
    let list = Mutex(PublicSuffixList())
    var options = AuditOptions { name in
      list.withLock { $0.organizationalDomain(of: name) }
    }
    options.selectors = selector
    options.unusedDays = unusedDays
    if nameServers { options.nameServer = nameServer }
    let audit = DomainAudit(source, options)
    let pages = try Waiting.value {
      // A list, since a page holds counts of 128 bits, which no child task may return (`SPFReplay`).
      await withTaskGroup(of: (Int, [AuditPage]).self) { group in
        for (place, traffic) in traffic.enumerated() {
          group.addTask { (place, [await audit.page(for: traffic)]) }
        }
        return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.flatMap(\.1)
      }
    }
    try format.write(DomainAnswer(pages).document)
    if pages.contains(where: \.hasFaults) { throw ExitStatus.findings.code }
    if pages.contains(where: \.hasUnknowns) { throw ExitStatus.notKnown.code }
  }

  /// Name servers are asked as resolvers are, a few questions each.
  private var nameServer: @Sendable (SourceAddress) -> (any DNSResolving)? {
    let (port, seconds) = (nameServerPort, resolver.timeout)
    return { address in
      var options = ResolverOptions(servers: ["\(address.text)@\(port)"])
      options.totalSeconds = seconds
      return try? UnboundResolver(options)
    }
  }

  private func traffic() throws -> [DomainTraffic] {
    let named = try domains.map(DomainName.normalized) + mail.domainsAsked()
    guard all else { return try mail.traffic(of: named) }
    guard var reader = try mail.reader(for: []) else { return [] }
    return reader.traffic(of: Set(reader.policyDomains).union(named).sorted())
  }
}
