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

/// How closely an authenticated domain must match the From domain (adkim and aspf).
public enum AlignmentMode: String, ReportWord {
  /// The organizational domains are the same.
  case relaxed = "r"
  /// The domains are the same.
  case strict = "s"

  /// The words written out, as some reporters send them.
  public static var synonyms: [String: Self] { ["relaxed": .relaxed, "strict": .strict] }
}

/// How the receiver found the policy and the organizational domain (RFC 9990).
public enum DiscoveryMethod: String, ReportWord {
  case psl
  case treewalk
}

/// What the receiver did with the mail of a record (RFC 9990 3.1.1.7).
public enum Disposition: String, ReportWord {
  /// No action: the mail passed, or failed under a policy of none, or was exempted.
  case none
  /// No action, and the mail passed under an enforcing policy; RFC 9990 only.
  case pass
  case quarantine
  case reject
}

/// Why a receiver applied another policy than the one published; both vocabularies together.
public enum OverrideType: String, ReportWord {
  case forwarded
  case sampledOut = "sampled_out"
  case trustedForwarder = "trusted_forwarder"
  case mailingList = "mailing_list"
  case localPolicy = "local_policy"
  case policyTestMode = "policy_test_mode"
  case other
}
