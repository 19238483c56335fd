internal import ReportIntake
internal import ReportOutput

extension SetAsideKind {
  /// So many of this kind, in words.
  func counted(_ count: Int) -> String {
    let plural = count != 1 && (self == .tlsReport || self == .failureReport) ? "s" : ""
    return "\(Human.count(Int64(count))) \(phrase)\(plural)"
  }

  /// The kind in words.
  var phrase: String {
    switch self {
    case .tlsReport: "TLS report"
    case .failureReport: "failure report"
    case .encrypted: "encrypted"
    case .noReport: "without a report"
    }
  }
}
