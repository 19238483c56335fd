public import DMARC
public import DNS

/// Asks DNS about a domain, and weighs the answers by the mail that receivers reported.
public struct DomainAudit: Sendable {
  /// What the caller may choose.
  public struct Options: Sendable {
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

  private let resolver: any DNSResolving
  private let options: Options

  /// An audit that asks this resolver.
  public init(_ resolver: any DNSResolving, _ options: Options) {
    self.resolver = resolver
    self.options = options
  }

  /// Everything that is to be said of the domain of this traffic.
  public func page(for traffic: DomainTraffic) async -> AuditPage {
    let scene = AuditScene(resolver: resolver, traffic: traffic, options: options)
    let checks: [any AuditCheck] = [
      ZoneCheck(scene: scene), AgreementCheck(scene: scene), ExchangeCheck(scene: scene),
      SPFCheck(scene: scene),
      KeyCheck(scene: scene), DMARCCheck(scene: scene), AuthorizationCheck(scene: scene),
      StandardsCheck(scene: scene), SenderCheck(scene: scene), ParkedCheck(scene: scene),
      TransportCheck(scene: scene),
    ]
    let findings = await withTaskGroup(of: [AuditFinding].self) { group in
      for check in checks { group.addTask { await check.findings() } }
      return await group.reduce(into: []) { $0 += $1 }
    }
    return AuditPage(domain: traffic.domain, messages: traffic.messages, findings: findings)
  }
}
