extension DeviationName {
  /// What was met, and what is done with it: a line of docs/deviations.md.
  public var documentation: (met: String, done: String) {
    switch self {
    case .documentNotWellFormed, .documentNotUTF8, .documentEncoding, .documentUnclosed,
      .documentWrapped:
      documentDocumentation
    case .elementMisspelt, .elementDuplicate, .elementUnknown: elementDocumentation
    case .organizationMissing, .emailMissing, .periodFraction, .periodMilliseconds,
      .periodSpelling, .periodReversed, .policyDomainUnusable, .policyMissing, .policyWordUnknown,
      .policyWordSpelling:
      headerDocumentation
    case .rowSeveral, .countUnusable, .countSpelling, .sourceUnusable, .sourceSpelling,
      .headerFromMissing, .headerFromSeveral,
      .domainIsAddress:
      recordDocumentation
    case .evaluationMissing, .evaluationWordUnknown, .evaluationWordSpelling, .reasonBareText,
      .reasonTypeMissing, .resultsMissing, .resultDomainMissing, .resultMissing,
      .resultWordUnknown, .resultWordSpelling:
      resultDocumentation
    default: tlsDocumentation
    }
  }

  private var documentDocumentation: (met: String, done: String) {
    switch self {
    case .documentNotWellFormed:
      (
        "The document is not well-formed XML: a stray `<` or `&`, a control character, a second"
          + " declaration, text before or after the report.",
        "Read a second time, the stray characters as text, everything outside `feedback` ignored."
      )
    case .documentNotUTF8:
      (
        "Bytes that are not characters of the document's encoding.",
        "Each is read as U+FFFD, the replacement character."
      )
    case .documentEncoding:
      (
        "The declaration names an encoding that nobody knows, or that the document is not in.",
        "Read as UTF-8."
      )
    case .documentUnclosed:
      (
        "The closing tag of `feedback` is missing or damaged, after a complete record.",
        "The records are kept; the reporter may have meant to send more."
      )
    default: ("`feedback` is not the outermost element.", "What is around it is ignored.")
    }
  }

  private var elementDocumentation: (met: String, done: String) {
    switch self {
    case .elementMisspelt:
      (
        "An element under another name: `identities`, `identifier`, `data_range`, or a name in"
          + " other case.",
        "Read as the element meant."
      )
    case .elementDuplicate:
      ("An element that may come once came again.", "The first one that is not empty counts.")
    default:
      (
        "An element that neither standard has here and that is not in a namespace of its own.",
        "Ignored with all that is in it."
      )
    }
  }

  private var headerDocumentation: (met: String, done: String) {
    switch self {
    case .organizationMissing:
      ("`org_name` is missing or empty.", "The domain of `email` stands in for it.")
    case .emailMissing: ("`email` is missing or empty.", "Kept as empty.")
    case .periodFraction: ("A time with a fraction, as `1337270400.0`.", "The fraction is cut.")
    case .periodMilliseconds:
      (
        "A time in milliseconds or microseconds.",
        "Divided by a thousand or a million."
      )
    case .periodSpelling:
      (
        "A time in another form: `1.8e9`, `+1800000000`, or a date and time of ISO 8601 with its zone.",
        "Read as the time it stands for."
      )
    case .periodReversed:
      ("The period ends before it begins.", "Kept as sent; the day is that of its middle.")
    case .policyDomainUnusable:
      (
        "`domain` is no domain name: brackets, blanks, signs.",
        "The one domain name in it is read, `example.com` of `example.com<<<`; where there is none, or"
          + " more than one, the report is refused."
      )
    case .policyMissing:
      ("`p` is missing or empty.", "Kept as missing, which means none (RFC 7489 6.6.3).")
    case .policyWordUnknown:
      ("A word of the policy that nobody defined.", "Kept as sent; it stands for nothing.")
    default:
      (
        "A word of the policy in another spelling.",
        "Kept as sent; read as the word it stands for."
      )
    }
  }

  private var recordDocumentation: (met: String, done: String) {
    switch self {
    case .rowSeveral:
      (
        "A record with more than one `row`.",
        "Each row counts as a record of its own, with the names and results that they share."
      )
    case .countSpelling:
      (
        "A `count` that is not plain digits and can mean one number only: `+5`, `5.0`, `1,000`.",
        "Read as that number. `1.000`, which can mean two, is not."
      )
    case .sourceSpelling:
      (
        "An address with something around it: `[2001:db8::1]`, `IPv6:`, `%eth0`, `/32`, a port.",
        "The address is read."
      )
    case .countUnusable:
      (
        "`count` is missing, no number, negative, or above 2^53 in one record or in sum.",
        "The record is left out; the rest of the report counts."
      )
    case .sourceUnusable:
      (
        "`source_ip` is missing or no address.",
        "The record counts with an unknown source; the text is kept."
      )
    case .headerFromMissing:
      (
        "`header_from` is missing or empty.",
        "The record counts; its alignment cannot be recomputed."
      )
    case .headerFromSeveral:
      ("`header_from` names several domains.", "Kept as sent; nothing aligns with it.")
    default:
      ("An address where a domain belongs.", "The domain of the address is read.")
    }
  }

  private var resultDocumentation: (met: String, done: String) {
    switch self {
    case .evaluationMissing:
      (
        "`disposition`, `dkim` or `spf` of `policy_evaluated` is missing or empty.",
        "Kept as missing; a missing result is not a pass."
      )
    case .evaluationWordUnknown:
      (
        "A word of `policy_evaluated` that nobody defined.",
        "Kept as sent; an unknown result is not a pass."
      )
    case .evaluationWordSpelling:
      (
        "A word of `policy_evaluated` in another spelling.",
        "Kept as sent; read as the word it stands for."
      )
    case .reasonBareText:
      ("A `reason` that is bare text, without `type`.", "The text is read as the type.")
    case .reasonTypeMissing: ("A `reason` without a type.", "Kept without a type.")
    case .resultsMissing:
      ("A record without any result of DKIM or SPF.", "The record counts, without evidence.")
    case .resultDomainMissing:
      (
        "A result of DKIM or SPF that passed and names no domain.",
        "Kept; it cannot align with anything."
      )
    case .resultMissing:
      ("A `dkim` or `spf` element without `result`.", "Kept; it is not a pass.")
    case .resultWordUnknown:
      ("A word of `auth_results` that nobody defined.", "Kept as sent; it is not a pass.")
    default:
      (
        "A word of `auth_results` in another spelling, as `hardfail` or `Pass`.",
        "Kept as sent; read as the word it stands for."
      )
    }
  }
}
