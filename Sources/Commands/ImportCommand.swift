internal import ArgumentParser
internal import Configuration
internal import DMARC
internal import Facts
internal import ReportImport
internal import ReportIntake
internal import ReportOutput
internal import Workers

/// `dmarc-report import`: everything new in mailboxes, files and folders.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Imports the reports in Maildirs, mboxes, files and folders.",
    discussion: """
      What a path is, is told by its content. A report counts once, however often it is met; a \
      mail of a Maildir is opened once. Nothing is looked up on the network.

        $ dmarc-report import ~/Maildir/.dmarc
        $ dmarc-report import --quiet --after archive=$HOME/Maildir/.done ~/Maildir/.dmarc
      """)

  @Argument(
    help: """
      Maildirs, mboxes, files, folders, or - for standard input; without any, the mailboxes of the \
      configuration.
      """,
    completion: .file())
  var paths: [String] = []

  @OptionGroup var database: DatabaseOptions

  @Option(
    help: ArgumentHelp(
      "What is done with a mail once its reports are stored: keep, seen, archive=FOLDER, delete.",
      valueName: "act"),
    completion: .list(["keep", "seen", "archive=", "delete"]))
  var after = AfterOption.keep

  @Option(
    help: ArgumentHelp(
      "The name your mail server gives itself in Authentication-Results; reports are verified by it.",
      valueName: "id"))
  var trustAuthservID: String?

  @Flag(help: "Read the subfolders of Maildirs too: those of Maildir++ and of LAYOUT=fs.")
  var recursive = false

  @Option(
    help: ArgumentHelp(
      "Store only reports about this domain and its subdomains; may be given several times.",
      valueName: "domain"),
    completion: .domains)
  var domain: [String] = []

  @Option(
    help: ArgumentHelp("Store only reports about domains of this group.", valueName: "group"),
    completion: .groups)
  var group: [String] = []

  @Flag(help: "Try inputs again that were refused before.")
  var retry = false

  @Flag(help: "Read everything anew: mails seen before, inputs refused, reports that were pruned.")
  var again = false

  @Flag(name: .shortAndLong, help: "Print problems only, for cron.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print a line for each report, too.")
  var verbose = false

  @Flag(help: "Store nothing, and say what would be: a copy of the database is tried, in TMPDIR.")
  var dryRun = false

  @Option(
    help: ArgumentHelp("How many threads read and parse; as many as processors.", valueName: "n"))
  var jobs: Int?

  @OptionGroup var format: FormatOptions
  @OptionGroup var limits: InputLimitOptions

  func validate() throws {
    guard jobs.map({ (1...256).contains($0) }) ?? true else {
      throw ValidationError("--jobs must be a number from 1 to 256.")
    }
    for text in domain where DomainName.asked(text) == nil {
      throw ValidationError("--domain \(text): that is no domain name.")
    }
    guard !quiet || !verbose else { throw ValidationError("--quiet or --verbose: not both.") }
    guard !dryRun || after.keepsMail else {
      throw ValidationError("--dry-run stores nothing, so --after has nothing to act on.")
    }
    guard trustAuthservID != "" else {
      throw ValidationError("--trust-authserv-id needs the name of a server.")
    }
  }

  func run() throws {
    Memory.giveBackLargePieces()
    let start = Monotonic.now()
    var options = try importOptions()
    let named = try mailboxes().map(inbox)
    noteFilesKept(named, options.after)
    let below = subfolders(of: named, archive: options.after.archive)
    let inboxes = recursive ? zip(named, below).flatMap { [$0] + $1 } : named
    let interruption = Interruption.onSignals()
    let console = ImportConsole(quiet: quiet, verbose: verbose)
    let counts = try withStore { store in
      options.domains = try asked(in: store)
      return try ReportImporter(
        into: store, options: options, observer: console, interruption: interruption
      ).run(inboxes)
    }
    console.end(
      counts, elapsed: Monotonic.now() - start, interrupted: interruption.isRequested,
      unreadSubfolders: recursive ? 0 : below.reduce(0) { $0 + $1.count }, isDryRun: dryRun)
    try format.write(
      ImportAnswer(
        counts.named, isDryRun: dryRun, isInterrupted: interruption.isRequested
      ).document)
    if interruption.isRequested { throw ExitStatus.interrupted.code }
    if counts.hasProblems { throw ExitStatus.problems.code }
  }

  /// The domains about which reports are stored; none for all.
  private func asked(in store: any ReportReading) throws -> [String] {
    var asked = DomainOptions()
    asked.domain = domain
    asked.group = group
    return try asked.names(in: store)
  }

  /// Lends the database, or a copy that is thrown away.
  private func withStore<T>(_ body: (any ReportStorage) throws -> T) throws -> T {
    guard !dryRun else { return try TrialDatabase.with(copyOf: database, body) }
    return try body(try database.open(for: .importing))
  }

  /// The paths named, else those of the configuration.
  private func mailboxes() throws -> [String] {
    guard paths.isEmpty else { return paths }
    let configured = try Settings.inForce().mailboxes?.value ?? []
    guard !configured.isEmpty else { throw ValidationError("Name at least one path.") }
    return try configured.map(UserPlace.expanded)
  }

  private func importOptions() throws -> ImportOptions {
    var options = ImportOptions()
    options.jobs = jobs ?? Processors.count
    options.after = try after.act()
    options.retry = retry
    options.again = again
    options.trustedServer = try trustAuthservID ?? Settings.inForce().authservID?.value
    options.intakeLimits = limits.intake
    options.parsingLimits = limits.parsing
    return options
  }

  /// Says where `--after` does nothing.
  private func noteFilesKept(_ inboxes: [Inbox], _ act: AfterAct) {
    guard act != .keep, !quiet else { return }
    let files = inboxes.filter { $0.kind != .maildir && $0.kind != .directory }
    guard let first = files.first else { return }
    let more = files.count - 1
    Diagnostics().note(
      more > 0 ? "\(first.path) and \(Human.count(Int64(more))) more" : first.path,
      why: "--after acts on mails of Maildirs only; this stays as it is")
  }

  /// The subfolders of each inbox that were not named themselves.
  private func subfolders(of inboxes: [Inbox], archive: ArchiveFolder?) -> [[Inbox]] {
    var known = Set(inboxes.map(\.resolvedPath))
    return inboxes.map { inbox in
      inbox.subfolders(without: archive).filter { known.insert($0.resolvedPath).inserted }
    }
  }

  private func inbox(_ path: String) throws -> Inbox {
    do {
      return try Inbox(path: path, limits: limits.intake)
    } catch {
      throw InputFailure(path: path, error: error)
    }
  }
}
