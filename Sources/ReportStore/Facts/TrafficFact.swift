public import DMARC

/// Messages of one day that are alike in everything an analysis asks about.
///
/// The grain of the roll-up: names are numbers that the window's `Names` turn into text.
public struct TrafficFact: Hashable, Sendable {
  /// The UTC day on which the messages count.
  public var day: Day
  /// The policy domain; a key of `Names.domains`.
  public var policyDomain: Int
  /// The From domain; a key of `Names.domains`, `nil` when the record had none.
  public var headerFrom: Int?
  /// The source address; a key of `Names.sources`.
  public var source: Int
  /// The reporting organization; a key of `Names.reporters`.
  public var reporter: Int
  /// What the receiver decided; a key of `Names.evaluations`.
  public var evaluation: Int
  /// The raw authentication results; a key of `Names.evidence`.
  public var evidence: Int
  /// Alignment worked out again at import.
  public var recomputed: RecomputedAlignment
  /// Messages.
  public var messages: Int64

  /// A fact of its parts.
  public init(
    day: Day, policyDomain: Int, headerFrom: Int?, source: Int, reporter: Int, evaluation: Int,
    evidence: Int, recomputed: RecomputedAlignment, messages: Int64
  ) {
    self.day = day
    self.policyDomain = policyDomain
    self.headerFrom = headerFrom
    self.source = source
    self.reporter = reporter
    self.evaluation = evaluation
    self.evidence = evidence
    self.recomputed = recomputed
    self.messages = messages
  }
}
