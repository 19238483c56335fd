internal import Analysis
internal import ArgumentParser
internal import DMARC
internal import Facts
internal import ReportOutput

/// `dmarc-report domains own`: these are mine.
struct DomainsOwnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "own",
    abstract: "Says that domains are yours, with their subdomains.",
    discussion: """
      --reported takes all domains that an established reporter tells of: one that has reported on 4 \
      days, at least 7 days apart. A report that somebody made up does not do that.

        $ dmarc-report domains own --reported
        $ dmarc-report domains own physics.example chemistry.example --group science
      """)

  @Argument(help: "The domains.", completion: .domains)
  var domains: [String] = []

  @Option(
    help: ArgumentHelp("The group they are members of.", valueName: "group"), completion: .groups)
  var group: GroupName?

  @Flag(help: "All domains that established reporters tell of.")
  var reported = false

  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    guard reported || !domains.isEmpty else {
      throw ValidationError("Name at least one domain, or say --reported.")
    }
    for text in domains where DomainName.asked(text) == nil {
      throw ValidationError("\(text): that is no domain name.")
    }
  }

  func run() throws {
    let store = try database.open(for: .writing)
    let named = domains.flatMap { DomainName.asked($0) ?? [] }
    let names = named + (reported ? try Self.established(store) : [])
    try store.own(names.map { OwnDomain(name: $0, group: group?.text) })
    let ownership = try OwnDomains.all(store)
    StandardError.write(
      "\(Human.counted(Int64(Set(names).count), "domain")) kept; "
        + "\(Human.count(Int64(ownership.domains.count))) are yours now.\n")
  }

  private static func established(_ store: any ReportReading) throws -> [String] {
    let thresholds = ReadinessThresholds()
    let known = try store.reporterHistories().filter { history in
      history.days >= thresholds.establishedDays
        && history.firstDay.distance(to: history.lastDay) >= thresholds.establishedSpan
    }
    return Set(known.map(\.domain)).sorted()
  }
}

/// The name of a group.
struct GroupName: ExpressibleByArgument {
  let text: String

  init?(argument: String) {
    guard OwnDomain.isGroupName(argument) else { return nil }
    text = argument
  }
}
