public import Facts

/// Told of an import's progress, on the thread that runs it.
public protocol ImportObserver: AnyObject {
  /// So many of so many mails and files are done.
  func progressed(done: Int, of total: Int)
  /// A report was read, and became what the outcome says.
  func took(_ report: TakenReport, _ outcome: ImportOutcome)
  /// An input was refused, or a report is in conflict with a stored one.
  func met(_ problem: IncomingProblem)
  /// Something is amiss that loses no report.
  func warned(_ text: String)
}
