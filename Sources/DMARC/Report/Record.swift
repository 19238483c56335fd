/// One row of a report: so many messages from one address with one set of results.
public struct Record: Hashable, Sendable {
  /// The address the mail came from.
  public var source: SourceAddress
  /// The address text as sent, when it could not be read as an address.
  public var sourceText: String?
  /// Messages.
  public var count: MessageCount
  /// The receiver's verdict.
  public var evaluation: Evaluation
  /// The domains the mail named.
  public var identifiers: Identifiers
  /// The raw authentication results.
  public var evidence: Evidence
  /// Alignment worked out again from the evidence, beside what the receiver says.
  public var recomputed: RecomputedAlignment

  /// A record of its parts.
  public init(
    source: SourceAddress, sourceText: String? = nil, count: MessageCount, evaluation: Evaluation,
    identifiers: Identifiers, evidence: Evidence, recomputed: RecomputedAlignment
  ) {
    self.source = source
    self.sourceText = sourceText
    self.count = count
    self.evaluation = evaluation
    self.identifiers = identifiers
    self.evidence = evidence
    self.recomputed = recomputed
  }
}
