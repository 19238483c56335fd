/// The elements of both vocabularies (RFC 7489, appendix C; RFC 9990, appendix A); what is not among
/// them is an extension or a mistake.
enum Element: UInt8, CaseIterable {
  // Sections and what groups values in them.
  case feedback, reportMetadata, dateRange, policyPublished, record, row, policyEvaluated
  case identifiers, authResults, reason
  // Words in `policy_evaluated`, and groups in `auth_results`.
  case dkim, spf
  /// Whatever anyone likes may be in it, and must do no harm (RFC 9990, appendix A).
  case extension_
  // Values before the records.
  case version, orgName, email, extraContactInfo, reportID, begin, end, error, generator
  // `pct` is of RFC 7489 alone; `generator`, `np`, `testing` and `discovery_method` of RFC 9990.
  case domain, p, sp, np, adkim, aspf, pct, fo, testing, discoveryMethod
  // Values of records.
  case sourceIP, count, disposition, headerFrom, envelopeFrom, envelopeTo
  case type, comment, selector, result, scope, humanResult
  /// None of these.
  case unknown = 0x7f

  /// The local name.
  var name: String {
    switch self {
    case .reportMetadata: "report_metadata"
    case .dateRange: "date_range"
    case .policyPublished: "policy_published"
    case .policyEvaluated: "policy_evaluated"
    case .authResults: "auth_results"
    case .extension_: "extension"
    case .orgName: "org_name"
    case .extraContactInfo: "extra_contact_info"
    case .reportID: "report_id"
    case .discoveryMethod: "discovery_method"
    case .sourceIP: "source_ip"
    case .headerFrom: "header_from"
    case .envelopeFrom: "envelope_from"
    case .envelopeTo: "envelope_to"
    case .humanResult: "human_result"
    default: "\(self)"
    }
  }

  /// Whether it has text; the rest has elements, and `dkim` and `spf` have either.
  var isValue: Bool { rawValue >= Element.version.rawValue && self != .unknown }
}
