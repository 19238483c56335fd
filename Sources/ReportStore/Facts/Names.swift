public import DMARC

/// What the numbers in facts stand for. Holds at least every number its facts use.
public struct Names: Sendable {
  public var domains: [Int: String] = [:]
  public var reporters: [Int: String] = [:]
  public var sources: [Int: SourceAddress] = [:]
  public var evaluations: [Int: Evaluation] = [:]
  public var evidence: [Int: Evidence] = [:]

  /// Names of nothing.
  public init() {}

  /// The From domain of a fact; where the record had none, the policy domain stands in for
  /// grouping, never for alignment.
  public func fromDomain(of fact: TrafficFact) -> String {
    domains[fact.headerFrom ?? fact.policyDomain] ?? ""
  }
}
