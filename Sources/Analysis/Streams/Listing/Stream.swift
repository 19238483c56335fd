public import DMARC

/// Mail of one sender and one class, under one policy domain and one part of it.
public struct Stream: Hashable, Sendable {
  /// Who sends.
  public var identity: Identity
  /// What the mail is.
  public var kind: StreamClass
  /// What the operator calls the sender.
  public var name: String?
  /// Whether its failing mail counts as legitimate mail at risk.
  public var weighs = false
  /// Whether reports cannot tell whose it is, so that the owner is asked.
  public var isAsked = false
  /// Whether all or nearly all mail of a sender in it would be lost.
  public var isAtStake = false
  /// Messages.
  public var messages: MessageCount = 0
  /// Messages of them that fail DMARC.
  public var failing: MessageCount = 0
  /// The failing messages that count as legitimate.
  public var atRisk: MessageCount = 0
  /// Addresses it came from, each once; keys of `Names.sources`.
  public var sources: [Int] = []
  /// UTC days it was seen on, each once.
  public var days: [Day] = []
  /// Organizations that saw it, each once; keys of `Names.reporters`.
  public var reporters: [Int] = []
  /// Domains its mail authenticated as, each once.
  public var authenticated: [String] = []
  /// Messages on whose result receiver and evidence disagree.
  public var disputed: MessageCount = 0
  /// Messages with a temporary or permanent error among their results.
  public var errors: MessageCount = 0
  /// What decided its class.
  public var reasons: Set<Reason> = []
  /// The rule that decided whether its failing mail counts; of several, that of most messages.
  public var rule: Rule?
  /// The share of legitimate mail at risk once this stream is set right.
  public var afterFixAtRiskShare: Double?

  init(identity: Identity, kind: StreamClass) {
    self.identity = identity
    self.kind = kind
  }
}
