public import DMARC

/// The readiness of all policy domains over a window of days.
public struct ReadinessReport: Sendable {
  /// The last day of the window, for which the verdicts hold.
  public var asOf: Day
  /// The days the verdicts are made from.
  public var window: ReportedWindow
  /// In order of name.
  public var domains: [DomainReadiness]

  /// Whether every domain is at its goal, parked or free to take its next step.
  public var isReady: Bool {
    !domains.isEmpty && domains.allSatisfy(\.isGood)
  }
}

/// The days an analysis looked at.
public struct ReportedWindow: Sendable {
  /// The first UTC day.
  public var from: Day
  /// The last UTC day.
  public var to: Day
  /// How many days there are.
  public var days: Int
  /// Days on which a report counts.
  public var daysWithReports: Int
  /// Days on which none counts.
  public var missingDays: [Day]

  init(_ window: ClosedRange<Day>, reported: Set<Day>) {
    from = window.lowerBound
    to = window.upperBound
    days = window.count
    missingDays = window.filter { !reported.contains($0) }
    daysWithReports = days - missingDays.count
  }
}
