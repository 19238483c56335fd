extension DeviationName {
  /// What is met in TLS reports (RFC 8460), and what is done with it.
  var tlsDocumentation: (met: String, done: String) {
    switch self {
    case .tlsDuplicate:
      ("A member that may come once came again.", "The first one counts.")
    case .tlsSingle:
      (
        "One value where a list belongs: `mx-host`, `policy-string`, `policies`.",
        "Read as a list of one."
      )
    case .tlsControl:
      ("A control character in a text that is not escaped.", "Kept as part of the text.")
    case .tlsTrailing: ("Something after the report.", "Ignored.")
    case .tlsOrganizationMissing:
      (
        "`organization-name` is missing or empty.",
        "The domain of `contact-info` stands in for it; without one the report is refused."
      )
    case .tlsReportIDMissing: ("`report-id` is missing or empty.", "Kept as empty.")
    case .tlsContactMissing: ("`contact-info` is missing, empty or `null`.", "Kept as empty.")
    case .tlsTimeSpelling:
      (
        "A time that is not of RFC 3339: without its zone, or seconds since 1970.",
        "Read as the time it stands for, in UTC."
      )
    case .tlsDomainMissing:
      (
        "A policy without `policy-domain`.",
        "Read as the domain of the other policies, or the one in the mail's subject; where there is"
          + " none, or more than one, the policy is left out."
      )
    default: tlsWordDocumentation
    }
  }

  private var tlsWordDocumentation: (met: String, done: String) {
    switch self {
    case .tlsTypeUnknown:
      ("A `policy-type` that is missing, or that nobody defined.", "Kept as sent.")
    case .tlsTypeSpelling: ("A `policy-type` in other case, as `STS`.", "Read in lower case.")
    case .tlsResultUnknown:
      ("A `result-type` that is missing, or that nobody defined.", "Kept as sent.")
    case .tlsResultSpelling: ("A `result-type` in other case.", "Read in lower case.")
    case .tlsCountMissing:
      (
        "A number of sessions is missing.",
        "Of failures in sum: what the single ones come to. Of the only failure without one: what the"
          + " others leave. Of sessions that went well: none. Any other failure is left out."
      )
    case .tlsCountUnusable:
      (
        "A number of sessions that is no number, negative or above 2^53.",
        "The policy or failure is left out; the rest of the report counts."
      )
    default:
      (
        "A number of sessions as a text, or in another form, that can mean one number only.",
        "Read as that number."
      )
    }
  }
}
