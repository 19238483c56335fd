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
      session.takesPruned = options.again
      for group in Self.groups(inboxes) where !interruption.isRequested {
        let work = InboxImport(
          group, options: options, session: session, counts: counts, observer: observer,
          interruption: interruption)
        try work.run()
        counts = work.counts
      }
      try session.close(finished: Int64(time(nil)), summary: counts.json)
      return counts
    }
  }

  /// Files and mboxes that stand together are read as one list, by the same threads and committed by
  /// the same rule as the files of a folder: thousands may be named at once.
  private static func groups(_ inboxes: [Inbox]) -> [[Inbox]] {
    var groups: [[Inbox]] = []
    for inbox in inboxes {
      if isSingle(inbox), let last = groups.last?.last, isSingle(last) {
        groups[groups.count - 1].append(inbox)
      } else {
        groups.append([inbox])
      }
    }
    return groups
  }

  private static func isSingle(_ inbox: Inbox) -> Bool {
    switch inbox.kind {
    case .file, .mbox: true
    case .maildir, .directory, .standardInput: false
    }
  }
}
