/// What a domain owner asks receivers to do with mail that fails (the p, sp and np tags).
public enum Policy: String, ReportWord, Comparable {
  case none
  case quarantine
  case reject

  /// What a draft of 2011 called it, still sent by old software.
  public static let synonyms: [String: Policy] = ["monitor": .none]

  /// From none (weakest) to reject (strongest).
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.strength < rhs.strength }

  private var strength: Int {
    switch self {
    case .none: 0
    case .quarantine: 1
    case .reject: 2
    }
  }
}
