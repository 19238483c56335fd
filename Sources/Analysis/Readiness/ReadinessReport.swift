public import DMARC

/// The readiness of all policy domains over a window of days.
public struct ReadinessReport: Sendable {
  /// The last day of the window, for which the verdicts hold.
  public var asOf: Day
  public var window: ReportedWindow
  /// In order of name.
  public var domains: [DomainReadiness]

  /// Whether every domain is at its goal, parked or free to take its next step.
  public var isReady: Bool {
    !domains.isEmpty
      && domains.allSatisfy { $0.verdict.isGood && ($0.subdomains?.verdict.isGood ?? true) }
  }
}

/// The days an analysis looked at.
public struct ReportedWindow: Sendable {
  public var from: Day
  public var to: Day
  public var days: Int
  public var daysWithReports: Int
  public var missingDays: [Day]

  init(_ window: ClosedRange<Day>, reported: Set<Day>) {
    from = window.lowerBound
    to = window.upperBound
    days = window.count
    missingDays = window.filter { !reported.contains($0) }
    daysWithReports = days - missingDays.count
  }
}
