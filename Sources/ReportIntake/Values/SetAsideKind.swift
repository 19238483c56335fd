/// Why a mail or file without a report is no error.
public enum SetAsideKind: String, Hashable, Sendable, CaseIterable {
  /// Announced as a TLS report (RFC 8460), with none in it.
  case tlsReport
  /// Announced as a report about a single mail (RFC 5965, RFC 6591, RFC 9991), with none in it.
  case failureReport
  /// S/MIME or OpenPGP encrypted.
  case encrypted
  /// An ordinary mail: nothing in it claims to be a report.
  case noReport
}
