/// Which rows of a summary are wanted, and in what order.
public struct SummaryOptions: Sendable {
  /// Only rows with messages that failed DMARC.
  public var failingOnly = false
  /// The order; `nil` is the usual one of the grouping.
  public var order: SummaryOrder?
  /// How many rows at the most; `nil` is all.
  public var limit: Int?

  /// All rows in the usual order.
  public init() {}
}

/// What a summary has a row for.
public enum SummaryGrouping: String, CaseIterable, Sendable {
  /// The source address.
  case source
  /// The policy domain.
  case domain
  /// The From domain.
  case headerFrom = "header-from"
  /// The reporting organization.
  case reporter
  /// The UTC day.
  case day
  /// The month of UTC days, as `2026-10`.
  case month
  /// Who sends, by the domains that authenticated.
  case sender
  /// The reasons receivers gave for not applying the policy.
  case override
}

/// The orders a summary can have.
public enum SummaryOrder: String, CaseIterable, Sendable {
  /// Most messages first.
  case messages
  /// Most failing messages first.
  case failing
  /// Most recently seen first.
  case recent
  /// What was first seen in the window most recently first: new senders stand at the top.
  case new
  /// By name: addresses in numeric order, days in order of time.
  case name
}
