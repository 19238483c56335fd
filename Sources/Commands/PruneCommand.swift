internal import ArgumentParser
internal import DMARC
internal import Facts
internal import Glibc
internal import ReportOutput

/// `dmarc-report prune`: deletes what is too old to matter.
struct PruneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Deletes reports that are too old, or about domains that are not yours any more.",
    discussion: """
      What is deleted stays away: imports pass over it, unless --again says otherwise. Names and \
      addresses that nothing refers to any more are deleted too. `dmarc-report vacuum` \
      gives the room back to the system.

        $ dmarc-report prune --older-than 400d --dry-run
        $ dmarc-report prune --domain customer.example
      """)

  @OptionGroup var database: DatabaseOptions

  @Option(help: ArgumentHelp("Only what is older than so many days, as 400d.", valueName: "days"))
  var olderThan: DayCount?

  @Option(
    help: ArgumentHelp(
      "Only reports about this domain and its subdomains; may be given several times.",
      valueName: "domain"),
    completion: .domains)
  var domain: [String] = []

  @Option(
    help: ArgumentHelp("Only reports about domains of this group.", valueName: "group"),
    completion: .groups)
  var group: [String] = []

  @Flag(help: "Keep what summaries are made of, and delete single records only.")
  var keepRollups = false

  @Flag(help: "Delete nothing, and say what would be.")
  var dryRun = false

  @OptionGroup var format: FormatOptions

  func validate() throws {
    guard olderThan != nil || !domain.isEmpty || !group.isEmpty else {
      throw ValidationError("Say what is to go: --older-than, --domain or --group.")
    }
    guard !keepRollups || olderThan != nil && domain.isEmpty && group.isEmpty else {
      throw ValidationError("--keep-rollups goes with --older-than alone.")
    }
  }

  func run() throws {
    let store = try database.open(for: .reading)
    var asked = DomainOptions()
    asked.domain = domain
    asked.group = group
    let request = PruneRequest(
      before: olderThan.map { Day(containing: Int64(time(nil))).advanced(by: -$0.days) },
      domains: try asked.names(in: store), keepRollups: keepRollups, isDryRun: dryRun)
    try format.write(PruneAnswer(try store.prune(request), of: request).document)
  }
}
