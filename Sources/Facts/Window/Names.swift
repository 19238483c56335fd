public import DMARC

/// What the numbers in facts stand for; it holds at least every number its facts use.
public struct Names: Sendable {
  /// Policy domains and From domains.
  public var domains = IDMap<String>()
  /// Reporting organizations.
  public var reporters = IDMap<String>()
  /// Source addresses.
  public var sources = IDMap<SourceAddress>()
  /// What receivers decided.
  public var evaluations = IDMap<Evaluation>()
  /// Raw authentication results.
  public var evidence = IDMap<StoredEvidence>()

  /// Names of nothing.
  public init() {}

  /// The From domain of a fact; where the record had none, the policy domain stands in for
  /// grouping, never for alignment.
  public func fromDomain(of fact: TrafficFact) -> String {
    domains[fact.headerFrom ?? fact.policyDomain] ?? ""
  }
}
