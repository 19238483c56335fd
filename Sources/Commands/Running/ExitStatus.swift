internal import ArgumentParser

/// Every status the program ends with; docs/exit-statuses.md is this table.
enum ExitStatus: Int32, CaseIterable {
  /// All is well.
  case success = 0
  /// The work could not be done: the message says why.
  case failure = 1
  /// The import ended, but some inputs were refused or are in conflict.
  case problems = 2
  /// Another import held the database.
  case busy = 3
  /// The database is missing, damaged, of a newer version, or not ours.
  case database = 4
  /// The command line was not understood.
  case usage = 64
  /// `readiness` and `overview`: a domain is not ready, parked or enforced.
  case notReady = 10
  /// `domain`: a finding of level must or should; `show --validate`: a report with faults.
  case findings = 11
  /// `domain`: something could not be found out, and nothing worse was.
  case notKnown = 12
  /// `status --max-age`: no report is new enough.
  case stale = 13
  /// `alerts`: something is new.
  case news = 14
  /// A signal ended the work early; what was done of an import is committed.
  case interrupted = 130

  var code: ExitCode { ExitCode(rawValue) }
}
