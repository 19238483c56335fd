/// The orders a summary can have.
public enum SummaryOrder: String, CaseIterable, Sendable {
  /// Most messages first.
  case messages
  /// Most failing messages first.
  case failing
  /// Most recently seen first.
  case recent
  /// By name: addresses in numeric order, days in order of time.
  case name
}
