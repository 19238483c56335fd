internal import ArgumentParser
internal import DMARC
internal import Facts
internal import ReportOutput

/// `dmarc-report domains`: which domains are the operator's own, and in which groups.
struct DomainsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "domains",
    abstract: "Tells your own domains from those that strangers report.",
    discussion: """
      Anybody may mail you a report about any domain. Once it is known which domains are yours, \
      `readiness` and `overview` judge no others. A group is a customer or a faculty: --group goes \
      wherever --domain does.

        $ dmarc-report domains
        $ dmarc-report domains own --reported
        $ dmarc-report domains own example.com example.net --group science
      """,
    subcommands: [DomainsListCommand.self, DomainsOwnCommand.self, DomainsDisownCommand.self],
    defaultSubcommand: DomainsListCommand.self)
}

struct DomainsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the domains that are yours, and those that reports are about.",
    discussion: """
      `dmarc-report domains` is the same.

        $ dmarc-report domains list --group science
      """)

  @OptionGroup var database: DatabaseOptions

  @Option(
    help: ArgumentHelp("Only the domains of this group.", valueName: "group"), completion: .groups)
  var group: String?

  @Flag(help: "Only domains that are not yours.")
  var strangers = false

  @OptionGroup var format: FormatOptions

  func run() throws {
    let store = try database.open(for: .reading)
    let ownership = try OwnDomains.all(store)
    let rows = ListedDomain.all(try store.reporterHistories(), ownership).filter { domain in
      (!strangers || !domain.isOwn) && (group.map(domain.groups.contains) ?? true)
    }
    try format.write(DomainsAnswer(rows, ownership: ownership).document)
  }
}
