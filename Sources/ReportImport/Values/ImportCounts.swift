public import DMARC
public import ReportIntake

/// What an import came to.
public struct ImportCounts: Sendable, Equatable {
  /// Mails and files opened.
  public var items = 0
  /// Mails that an earlier run had dealt with, not opened.
  public var seen = 0
  /// Refused inputs of earlier runs that have not changed, not opened.
  public var knownRefused = 0
  /// Mails that were gone when they were to be opened.
  public var vanished = 0
  /// Mails whose `--after` act was done.
  public var acted = 0
  /// Reports of any kind that count from now on.
  public var new = 0
  /// TLS reports among the new ones.
  public var newTLS = 0
  /// Reports about single mails among the new ones.
  public var newFailures = 0
  /// Reports that are stored already.
  public var duplicate = 0
  /// Reports that were stored and deleted for their age; they stay away.
  public var pruned = 0
  /// Reports about domains that were not asked for; they are not stored.
  public var others = 0
  /// Reports of which another is stored under the same key.
  public var conflict = 0
  /// New reports that took the place of one that was not verified.
  public var replaced = 0
  /// New reports of which records were left out.
  public var incomplete = 0
  /// New reports whose period cannot be, so that they count on no day.
  public var undated = 0
  /// Inputs, or reports in them, that were refused.
  public var refused = 0
  /// Mails without a report, by kind.
  public var setAside: [SetAsideKind: Int] = [:]
  /// Records of the new aggregate reports.
  public var records = 0
  /// Messages of the new aggregate reports.
  public var messages: MessageCount = 0

  /// Counts of nothing.
  public init() {}

  /// Whether something is to be looked at: all that is in `problems` from this run.
  public var hasProblems: Bool {
    refused > 0 || conflict > 0 || replaced > 0 || incomplete > 0 || undated > 0
  }
}
