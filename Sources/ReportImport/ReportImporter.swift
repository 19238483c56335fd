import Glibc
public import ReportIntake
public import ReportStore

/// Imports inboxes into the store: everything new in them, each report whole or not at all.
public struct ReportImporter {
  private let database: ReportDatabase
  private let options: ImportOptions
  private let observer: any ImportObserver
  private let interruption: Interruption

  /// An importer into a database that was opened for importing.
  public init(
    into database: ReportDatabase, options: ImportOptions, observer: any ImportObserver,
    interruption: Interruption
  ) {
    self.database = database
    self.options = options
    self.observer = observer
    self.interruption = interruption
  }

  /// Imports the inboxes one after the other; each is committed as it goes.
  ///
  /// Throws `StoreError` and, for an inbox that cannot be listed, `IntakeError`.
  public func run(_ inboxes: [Inbox]) throws -> ImportCounts {
    try database.importing { session in
      var counts = ImportCounts()
      for inbox in inboxes where !interruption.isRequested {
        let work = InboxImport(
          inbox, options: options, session: session, counts: counts, observer: observer,
          interruption: interruption)
        try work.run()
        counts = work.counts
      }
      try session.close(finished: Int64(time(nil)), summary: counts.json)
      return counts
    }
  }
}
