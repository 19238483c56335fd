/// The kinds of report that mail carries; each is handed out, and each has a handler of its own.
public enum ReportKind: String, Hashable, Sendable, CaseIterable {
  /// XML about a day of mail (RFC 7489, RFC 9990).
  case aggregate
  /// JSON about sessions of TLS (RFC 8460).
  case tls
  /// Fields about one mail (RFC 6591, RFC 9991), or about an abuse (RFC 5965).
  case failure
}
