public import DMARC

/// What the numbers in facts stand for; it holds at least every number its facts use.
public struct Names: Sendable {
  /// Policy domains and From domains.
  public var domains: [Int: String] = [:]
  /// Reporting organizations.
  public var reporters: [Int: String] = [:]
  /// Source addresses.
  public var sources: [Int: SourceAddress] = [:]
  /// What receivers decided.
  public var evaluations: [Int: Evaluation] = [:]
  /// Raw authentication results.
  public var evidence: [Int: Evidence] = [:]

  /// Names of nothing.
  public init() {}

  /// The From domain of a fact; where the record had none, the policy domain stands in for
  /// grouping, never for alignment.
  public func fromDomain(of fact: TrafficFact) -> String {
    domains[fact.headerFrom ?? fact.policyDomain] ?? ""
  }
}
