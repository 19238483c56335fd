import DMARC
import Facts
import ReportIntake
import ReportParsing
import Workers

/// The import of one inbox, or of several files as one: decoders on threads of their own, the store on this one.
final class InboxImport {
  /// The one inbox; of several files the first, since they are called by their own names.
  private let inbox: Inbox
  private let others: ArraySlice<Inbox>
  private let options: ImportOptions
  private let session: any ReportWriting
  private let observer: any ImportObserver
  private let interruption: Interruption
  private(set) var counts: ImportCounts

  private var seen: (any SeenMails)?
  /// Mails to be acted on once what they held is committed.
  private var owed: [IntakeItem] = []
  private var reportsInTransaction = 0
  private var recordsInTransaction = 0
  private var warnedOfAct = false

  init(
    _ inboxes: [Inbox], options: ImportOptions, session: any ReportWriting, counts: ImportCounts,
    observer: any ImportObserver, interruption: Interruption
  ) {
    inbox = inboxes[0]
    others = inboxes.dropFirst()
    self.options = options
    self.session = session
    self.counts = counts
    self.observer = observer
    self.interruption = interruption
  }

  /// Imports everything that is new in the inbox and commits it.
  func run() throws {
    if inbox.kind == .maildir { seen = try session.seenMails(of: inbox.resolvedPath) }
    let items = try list()
    counts.seen += items.seen
    for entry in items.skipped {
      observer.warned(entry.sentence)
      if entry.isFailure { counts.refused += 1 }
    }
    if let seen { _ = try seen.forgetGone() }
    try importItems(try batch(of: items))
    try commit()
  }

  private func list() throws -> ItemList {
    guard let seen else {
      var items = try inbox.items()
      for other in others { items.append(contentsOf: try other.items()) }
      return items
    }
    let (opensSeen, opensAll) = (options.retry, options.again)
    let actsOnSeen = options.after != .keep
    return try inbox.items { name in
      guard seen.contains(name), !opensAll else { return false }
      if actsOnSeen, seen.heldReports(name) { return false }
      return !(opensSeen && !seen.heldReports(name))
    }
  }

  /// Which items need not be opened: mails whose reports are stored, inputs known to be refused.
  private func batch(of items: ItemList) throws -> ItemBatch {
    var dealtWith: Set<Int> = []
    // Mails that were seen are not in the list, unless something is still to be done with them.
    if options.again || seen != nil && options.after == .keep { return ItemBatch(items) }
    for index in items.indices where try isDealtWith(items[index]) { dealtWith.insert(index) }
    return ItemBatch(items, dealtWith: dealtWith)
  }

  private func isDealtWith(_ item: IntakeItem) throws -> Bool {
    if let seen {
      // A name that was not seen has no slot of its own, and so no flags.
      return item.withIdentity(seen.heldReports) == true
    }
    guard !options.retry,
      try session.knowsRefusal(of: item.lastingName(in: inbox), stamp: item.stamp)
    else { return false }
    counts.knownRefused += 1
    return true
  }

  // MARK: Items

  private func importItems(_ items: ItemBatch) throws {
    guard items.count > 0 else { return }
    let jobs = max(1, min(options.jobs, items.count))
    let queue = DecodingQueue(itemCount: items.count, decoders: jobs)
    let decoders = try Threads(jobs) { [options] in
      Decoder(queue: queue, items: items, options: options).run()
    }
    defer {
      queue.stop()
      decoders.wait()
    }
    for block in 0..<queue.blockCount {
      guard !interruption.isRequested else { break }
      try writeBlock(queue.items(of: block), of: items, from: queue)
      queue.advance()
    }
  }

  /// Writes all steps of a block of items, as they come.
  private func writeBlock(
    _ range: Range<Int>, of items: ItemBatch, from queue: DecodingQueue
  ) throws {
    var writers = items.items(range).map(writer)
    var index = range.lowerBound
    while index < range.upperBound {
      for step in queue.take() {
        guard case .end(let result) = step else {
          try writers[index - range.lowerBound].write(step)
          continue
        }
        try finish(
          wasOpened: items.mustOpen(index), result, writers[index - range.lowerBound])
        index += 1
        observer.progressed(done: index, of: items.count)
      }
    }
  }

  private func writer(of item: IntakeItem) -> ItemWriter {
    ItemWriter(
      item: item, inbox: inbox, session: session, observer: observer, domains: options.domains)
  }

  private func finish(wasOpened: Bool, _ result: ItemResult, _ done: ItemWriter) throws {
    var done = done
    let item = done.item
    if wasOpened {
      try done.end(result)
      add(done.counts)
      if !result.hasVanished, !done.mustBeReadAgain {
        try markSeen(item, heldReports: done.heldReportsOnly)
      }
    }
    if options.after != .keep, done.heldReportsOnly || (!wasOpened && seen != nil) {
      owed.append(item)
    }
    if reportsInTransaction >= options.reportsPerTransaction
      || recordsInTransaction >= options.recordsPerTransaction
    {
      try commit()
    }
  }

  private func markSeen(_ item: IntakeItem, heldReports: Bool) throws {
    guard let seen else { return }
    try item.withIdentity { name in
      try seen.mark(name, heldReports: heldReports)
    }
  }

  private func add(_ more: ImportCounts) {
    counts.add(more)
    reportsInTransaction += more.new + more.duplicate
    recordsInTransaction += more.records
  }

  // MARK: Commits

  /// Commits, and only then acts on the mails whose reports are now safe.
  private func commit() throws {
    try session.commit()
    reportsInTransaction = 0
    recordsInTransaction = 0
    for item in owed { act(on: item) }
    owed.removeAll()
  }

  private func act(on item: IntakeItem) {
    do {
      if try item.perform(options.after) == .done { counts.acted += 1 }
    } catch {
      if !warnedOfAct { observer.warned(ProblemText.sentence(act: error, on: item.name)) }
      warnedOfAct = true
    }
  }
}
