public import DMARC

/// All that the store knows of a window of days: what the analyses are functions of.
public struct WindowFacts: Sendable {
  /// The days asked for.
  public var window: ClosedRange<Day>
  /// The mail of the window.
  public var traffic: [TrafficFact] = []
  /// The reports of the window.
  public var reports: [ReportFact] = []
  /// What the numbers in the facts stand for.
  public var names = Names()
  /// Over all history, for the domains of the window.
  public var policies: [PolicySighting] = []
  /// What the operator decided about senders.
  public var decisions: [SourceDecision] = []
  /// What is known from before the window, by policy domain, where it was asked for.
  public var history: [String: DomainHistory] = [:]
  /// Who reported in the thirty days before the window, where it was asked for.
  public var reportersBefore: [ReporterBefore] = []
  /// The day of the newest report in the store, in the window or not.
  public var newestDay: Day?

  /// An empty window.
  public init(window: ClosedRange<Day>) {
    self.window = window
  }
}
