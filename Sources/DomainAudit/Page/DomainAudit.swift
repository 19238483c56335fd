public import DNS

/// Asks DNS about a domain, and weighs the answers by the mail that receivers reported.
public struct DomainAudit: Sendable {
  private let resolver: any DNSResolving
  private let options: AuditOptions

  /// An audit that asks this resolver.
  public init(_ resolver: any DNSResolving, _ options: AuditOptions) {
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
