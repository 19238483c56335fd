public import DMARC
public import DNS

/// What whoever asks for a page may choose.
public struct AuditOptions: Sendable {
  /// Selectors to look at beside those that reports show.
  public var selectors: [String] = []
  /// Days without mail after which a key counts as unused.
  public var unusedDays = 30
  /// A way to ask the name server at an address itself; `nil` where they are not to be asked.
  public var nameServer: (@Sendable (SourceAddress) -> (any DNSResolving)?)?
  /// The organizational domain of a name by the public suffix list; `nil` where it has none.
  public var organization: @Sendable (String) -> String?

  /// Options with a way to find organizational domains.
  public init(organization: @escaping @Sendable (String) -> String?) {
    self.organization = organization
  }
}
