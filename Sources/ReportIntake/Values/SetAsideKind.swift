/// Why a mail or file without an aggregate report is no error.
public enum SetAsideKind: String, Hashable, Sendable, CaseIterable {
  /// An SMTP TLS report (RFC 8460).
  case tlsReport
  /// A report about a single mail (RFC 6591, RFC 9991) or an abuse report (RFC 5965).
  case failureReport
  /// S/MIME or OpenPGP encrypted.
  case encrypted
  /// An ordinary mail: nothing in it claims to be a report.
  case noReport

  /// What a report of a kind counts as that is not read further; `nil` for aggregate reports.
  public init?(_ kind: ReportKind) {
    switch kind {
    case .aggregate: return nil
    case .tls: self = .tlsReport
    case .failure: self = .failureReport
    }
  }
}
