internal import ReportIntake

extension SetAsideKind {
  /// The kind in words, for a count before it.
  var phrase: String {
    switch self {
    case .tlsReport: "TLS report"
    case .failureReport: "failure report"
    case .encrypted: "encrypted"
    case .noReport: "without a report"
    }
  }
}
