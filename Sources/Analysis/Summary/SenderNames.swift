import DMARC

/// Names senders by the domain that authenticated: a service's own before the From domain's.
enum SenderNames {
  /// The first domain that passed and is not the From domain's; else the first that passed.
  static func sender(evidence: Evidence, fromDomain: String) -> String {
    let domains = evidence.authenticatedDomains
    let foreign = domains.first {
      !DomainName.isWithin($0, fromDomain) && !DomainName.isWithin(fromDomain, $0)
    }
    return foreign ?? domains.first ?? "unauthenticated"
  }
}
