/// Finds organizational domains (RFC 9989 4.10.2; here by public suffix, as RFC 7489 3.2 does).
///
/// Not safe to share between threads: an implementation may remember what it found.
public protocol OrganizationalDomains: AnyObject {
  /// The organizational domain of a normalized name; `nil` for a bare public suffix, an address
  /// literal or an empty name, none of which can align with anything.
  func organizationalDomain(of name: String) -> String?
}

extension OrganizationalDomains {
  /// Whether an authenticated domain is aligned with a From domain; both normalized.
  public func isAligned(_ domain: String, with headerFrom: String, mode: AlignmentMode) -> Bool {
    guard let organization = organizationalDomain(of: headerFrom) else { return false }
    if domain == headerFrom { return true }
    return mode == .relaxed && organizationalDomain(of: domain) == organization
  }
}
