public import DMARC

/// An import's way into the store: one at a time, on one thread, many reports a transaction.
///
/// Nothing is seen by others, and nothing survives a crash, until `commit`. After an error the
/// transaction is rolled back as a whole and the session is over.
public protocol ReportWriting: AnyObject {
  /// When the import began, in UTC seconds: what is dated later than that cannot be.
  var started: Int64 { get }

  /// Whether reports are stored again that were deleted for their age.
  var takesPruned: Bool { get set }

  /// Begins a report whose records come in batches; `append` them, then `finish` or `abandon`.
  func begin(_ header: ReportHeader, _ standing: Standing) throws
  /// Adds a batch of a report that may yet turn out to be unusable.
  func append(_ batch: RecordBatch) throws
  /// Ends the report begun with its last batch: it counts, or is a duplicate or in conflict.
  ///
  /// One that is verified takes the place of another of its key that is not.
  func finish(_ report: IncomingReport, last: RecordBatch) throws -> ImportOutcome
  /// Takes back everything of the report begun.
  func abandon() throws

  /// Stores a TLS report: it counts, or is a duplicate or in conflict, as aggregate reports are.
  func store(_ report: IncomingTLSReport) throws -> ImportOutcome
  /// Stores what is kept of a report about mail that failed; it counts, or is a duplicate.
  func store(_ report: IncomingFailureReport) throws -> ImportOutcome

  /// Records an input that was refused.
  func refuse(_ problem: IncomingProblem) throws
  /// Records what is amiss with the report that was stored last: that it is not all there, say.
  func note(_ problem: IncomingProblem, about report: IncomingReport) throws
  /// Records what is amiss with a TLS report that was stored.
  func note(_ problem: IncomingProblem, about report: IncomingTLSReport) throws
  /// Forgets the refusals of an input, and of parts of it, that was read after all.
  func forgetRefusals(of input: @autoclosure () -> String) throws
  /// Whether an input, or a part of it, is known to be refused, and unchanged since.
  func knowsRefusal(of input: String, stamp: @autoclosure () -> String?) throws -> Bool

  /// The mails of a Maildir, by its path, that earlier runs have dealt with.
  func seenMails(of path: String) throws -> any SeenMails

  /// Makes everything since the last commit last; does nothing when there was nothing.
  func commit() throws
  /// Closes the run with the counts it ended with, a JSON object, and commits.
  ///
  /// `finished` is in UTC seconds.
  func close(finished: Int64, summary: String) throws
}

/// The mails of a Maildir that need not be opened again, by their base names.
///
/// What is marked is kept with the import's transaction, and lost with it.
public protocol SeenMails: AnyObject {
  /// Whether a mail was seen in an earlier run; remembers that it is still there.
  func contains(_ name: UnsafeRawBufferPointer) -> Bool
  /// Whether every report that a mail held is stored.
  func heldReports(_ name: UnsafeRawBufferPointer) -> Bool
  /// Remembers a mail, which need not be opened again, and whether it held stored reports only.
  func mark(_ name: UnsafeRawBufferPointer, heldReports: Bool) throws
  /// Forgets the mails that a complete listing did not meet; returns how many those were.
  func forgetGone() throws -> Int
}
