/// The kinds of report besides aggregate ones.
public enum OtherKind: Sendable, CaseIterable {
  /// About sessions of TLS (RFC 8460).
  case tls
  /// About single mails (RFC 6591, RFC 9991).
  case failure
}
