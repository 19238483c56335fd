public import DMARC

/// What part of the store a question is about.
public struct WindowFilter: Sendable, Hashable {
  /// UTC days, both ends included.
  public var window: ClosedRange<Day>
  /// From domains, normalized; none means all.
  public var domains: [String]
  /// Whether subdomains of `domains` are left out.
  public var exact: Bool
  /// Whether only reports count whose mail is verified.
  public var verifiedOnly = false

  /// Days and domains.
  public init(window: ClosedRange<Day>, domains: [String] = [], exact: Bool = false) {
    self.window = window
    self.domains = domains
    self.exact = exact
  }

  /// Whether mail from a domain is asked for.
  public func includes(from name: String) -> Bool {
    domains.isEmpty || domains.contains { exact ? name == $0 : DomainName.isWithin(name, $0) }
  }

  /// Whether reports about a policy domain can hold mail that is asked for: the policy of a
  /// parent covers its subdomains.
  public func includes(policyDomain name: String) -> Bool {
    includes(from: name) || domains.contains { DomainName.isWithin($0, name) }
  }
}
