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
  /// Who sends, by the domains that authenticated.
  case sender
  /// The reasons receivers gave for not applying the policy.
  case override
}
