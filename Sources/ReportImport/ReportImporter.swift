public import Facts
import Glibc
public import ReportIntake

/// Imports inboxes into the store: everything new in them, each report whole or not at all.
public struct ReportImporter {
  private let store: any ReportStorage
  private let options: ImportOptions
  private let observer: any ImportObserver
  private let interruption: Interruption

  /// An importer into a store that was opened for importing.
  public init(
    into store: any ReportStorage, options: ImportOptions, observer: any ImportObserver,
    interruption: Interruption
  ) {
    self.store = store
    self.options = options
    self.observer = observer
    self.interruption = interruption
  }

  /// Imports the inboxes one after the other; each is committed as it goes.
  ///
  /// Throws `StoreError` and, for an inbox that cannot be listed, `IntakeError`.
  public func run(_ inboxes: [Inbox]) throws -> ImportCounts {
    try store.importing { session in
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
