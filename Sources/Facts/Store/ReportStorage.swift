/// A store of reports that is open: it answers, takes imports and decisions, and is cared for.
///
/// This is all that the rest of the program knows of an engine.
public protocol ReportStorage: ReportReading, WatchKeeping {
  /// Where the store is, as it was named.
  var path: String { get }

  /// Runs an import: hands out a session, and rolls back what was not committed when it throws.
  ///
  /// Throws `StoreError`, and what `body` throws of its own.
  func importing<T>(_ body: (any ReportWriting) throws -> T) throws -> T

  /// Keeps decisions, each in place of an earlier one about the same pattern and domain.
  func decide(_ decisions: [SourceDecision]) throws
  /// Takes back decisions about a pattern, for one From domain or all; returns how many.
  func clearDecision(pattern: String, domain: String?) throws -> Int

  /// Keeps domains as the operator's, each once in a group.
  func own(_ domains: [OwnDomain]) throws
  /// Takes a domain out of a group, or, without one, out of all and out of the operator's; returns
  /// how many such entries there were.
  func disown(_ name: String, group: String?) throws -> Int

  /// Remembers that problems need no more attention: those of inputs and of parts of them, all where
  /// there are none; returns how many that were not acknowledged before.
  func acknowledgeProblems(of inputs: [String]) throws -> Int
  /// Forgets problems, chosen in the same way; returns how many. An input that was refused is tried
  /// again when it is met again.
  func clearProblems(of inputs: [String]) throws -> Int

  /// Looks at everything; slow by nature, and changes nothing.
  func check() throws -> [StoreFault]
  /// Deletes what is asked for, in one transaction, while no import runs.
  ///
  /// Throws `StoreError.busy` when an import holds the store.
  func prune(_ request: PruneRequest) throws -> PruneCounts
  /// Gives room that deleted rows left back to the system, while no import runs.
  func vacuum() throws
  /// Writes a whole and consistent copy to a new file, while others read and write.
  ///
  /// It is asked all the while whether to stop, and then leaves nothing.
  func backup(to file: String, unless isCancelled: @escaping @Sendable () -> Bool) throws
}
