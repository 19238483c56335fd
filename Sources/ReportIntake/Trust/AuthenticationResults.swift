/// One Authentication-Results field (RFC 8601 2.2): who judged a mail, and what was found.
public struct AuthenticationResults: Hashable, Sendable {
  /// The server that wrote the field, or claims to.
  public let server: String
  /// Its findings, in their order; empty for `none`.
  public let methods: [AuthenticationMethod]

  /// The field that one's own server wrote about a mail, among all of its header.
  ///
  /// A server puts its field above all that came with the mail, and only the field of that server
  /// is worth something (RFC 8601 5). Fields of others may stand above it, which a later hop added;
  /// they are passed over. What claims the same name further below came with the mail: it is not
  /// read, not even where the topmost one says less or cannot be understood.
  public static func topmost(of server: String, in fields: [String]) -> Self? {
    for field in fields {
      var scanner = FieldScanner(field)
      guard scanner.server()?.lowercased() == server.lowercased() else { continue }
      return AuthenticationResults(field)
    }
    return nil
  }
}

/// What one method found (`resinfo` of RFC 8601 2.2), for example
/// `dkim=pass header.d=example.com`.
public struct AuthenticationMethod: Hashable, Sendable {
  /// The method in lower case, without its version: `dmarc`, `dkim`, `spf`.
  public let name: String
  /// The result in lower case.
  public let result: String
  /// What was looked at: names like `header.from` in lower case, values as they stand.
  ///
  /// The first counts where a name comes twice.
  public let properties: [String: String]
}
