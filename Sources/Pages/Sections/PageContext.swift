public import Analysis
public import DMARC
public import Facts

/// What a page is made of besides the verdicts on the window.
public struct PageContext: Sendable {
  /// The UTC days of the page.
  public var window: ClosedRange<Day>
  /// What the numbers in answers stand for.
  public var names: Names
  /// The policies of every domain, over all history.
  public var policies: [PolicySighting]
  /// The verdicts on the window before, by domain; none where nothing is known of it.
  public var before: [String: DomainReadiness]
  /// What the import could not read, of all domains.
  public var problems: [StoredProblem]
  /// The UTC day on which the page is made.
  public var today: Day
  /// What to say where there is no mail at all.
  public var whenEmpty: String

  /// The context of a page about a window of facts.
  public init(
    _ facts: WindowFacts, before: ReadinessReport?, problems: [StoredProblem], today: Day,
    whenEmpty: String
  ) {
    window = facts.window
    names = facts.names
    policies = facts.policies
    self.before = Dictionary((before?.domains ?? []).map { ($0.domain, $0) }) { first, _ in first }
    self.problems = problems
    self.today = today
    self.whenEmpty = whenEmpty
  }
}
