public import DMARC

/// What a reporter has sent about a policy domain, over all history; reports that count on no day are
/// left out.
public struct ReporterHistory: Hashable, Sendable {
  /// The policy domain.
  public var domain: String
  /// The reporting organization.
  public var reporter: String
  /// How many reports.
  public var reports: Int
  /// UTC days with a report.
  public var days: Int
  /// The first of them.
  public var firstDay: Day
  /// The last of them.
  public var lastDay: Day

  /// A history of its parts.
  public init(
    domain: String, reporter: String, reports: Int, days: Int, firstDay: Day, lastDay: Day
  ) {
    self.domain = domain
    self.reporter = reporter
    self.reports = reports
    self.days = days
    self.firstDay = firstDay
    self.lastDay = lastDay
  }
}
