public import DMARC

/// One condition of a verdict: what is asked for, what there is, and whether that is enough.
public struct Gate: Hashable, Sendable {
  /// The conditions there are; the raw value is their name in output.
  public enum Name: String, Sendable, CaseIterable {
    case window
    case daysCovered = "days_covered"
    case longestGap = "longest_gap"
    case fresh
    case reporters
    case reporterSilent = "reporter_silent"
    case volume
    case atRiskShare = "at_risk_share"
    case streams
    case noFall = "no_fall"
    case repairs
    case rungAge = "rung_age"
    case dkimAligned = "dkim_aligned"
    case subdomains
  }

  /// A number of a gate with its unit.
  public enum Value: Hashable, Sendable {
    case count(Int64)
    case share(Double)
    case days(Int)
    case text(String)
  }

  /// Which condition it is.
  public var name: Name
  /// What is asked for.
  public var required: Value
  /// What there is.
  public var actual: Value
  /// Whether that is enough.
  public var met: Bool
  /// Whether the actual value must not exceed the required one, instead of reaching it.
  public var isLimit: Bool
  /// For a gate that time can open: the first day on which it can be open.
  public var earliest: Day?

  /// A condition that is met when the actual value reaches the required one.
  static func atLeast(_ name: Name, days required: Int, actual: Int, earliest: Day?) -> Gate {
    Gate(
      name: name, required: .days(required), actual: .days(actual), met: actual >= required,
      isLimit: false, earliest: actual >= required ? nil : earliest)
  }

  static func atLeast(_ name: Name, _ required: Int64, actual: Int64, earliest: Day?) -> Gate {
    Gate(
      name: name, required: .count(required), actual: .count(actual), met: actual >= required,
      isLimit: false, earliest: actual >= required ? nil : earliest)
  }

  static func atMost(_ name: Name, days required: Int, actual: Int, earliest: Day?) -> Gate {
    Gate(
      name: name, required: .days(required), actual: .days(actual), met: actual <= required,
      isLimit: true, earliest: actual <= required ? nil : earliest)
  }

  static func atMost(_ name: Name, share required: Double, actual: Double) -> Gate {
    Gate(
      name: name, required: .share(required), actual: .share(actual), met: actual <= required,
      isLimit: true, earliest: nil)
  }
}
