public import DMARC

/// What would have become of the mail of one policy domain under another record.
public struct WhatIfReport: Hashable, Sendable {
  /// The policy domain.
  public var domain: String
  /// The policy supposed.
  public var policy: PolicyInForce
  /// All its mail.
  public var total: WhatIfOutcome
  /// By sender, most changed mail first.
  public var streams: [WhatIfStream]
}

/// What would have become of the mail of one stream.
public struct WhatIfStream: Hashable, Sendable {
  /// Who sends.
  public var identity: Identity
  /// What the mail is.
  public var kind: StreamClass
  /// Whether its failing mail counts as legitimate.
  public var weighs: Bool
  /// What would have become of it.
  public var outcome: WhatIfOutcome
}

/// Messages by what would have become of them.
public struct WhatIfOutcome: Hashable, Sendable {
  /// Messages.
  public var messages: MessageCount = 0
  /// Messages that nothing would be done to.
  public var delivered: MessageCount = 0
  /// Messages that would be put in quarantine.
  public var quarantined: MessageCount = 0
  /// Messages that would be rejected.
  public var rejected: MessageCount = 0
  /// Of the delivered: failing mail that its receiver exempted by name and may exempt again.
  public var exempted: MessageCount = 0
  /// Of all: mail of which the report does not say enough to work it out again.
  public var undecided: MessageCount = 0
  /// Messages whose DMARC result would be another one.
  public var resultChanges: MessageCount = 0
  /// Messages that would be treated otherwise than they were.
  public var treatmentChanges: MessageCount = 0
  /// Of the treated otherwise: those that fare worse.
  public var worse: MessageCount = 0

  /// No mail.
  public init() {}

  mutating func add(_ fate: Fate, was: Policy?, messages count: MessageCount) {
    messages += count
    switch fate.treatment {
    case .none: delivered += count
    case .quarantine: quarantined += count
    case .reject: rejected += count
    }
    if fate.isExempted { exempted += count }
    if fate.isUndecided { undecided += count }
    if fate.isResultChanged { resultChanges += count }
    guard let was, was != fate.treatment else { return }
    treatmentChanges += count
    if fate.treatment > was { worse += count }
  }
}

/// What becomes of one mail.
struct Fate: Hashable {
  var treatment: Policy
  var isExempted = false
  var isUndecided = false
  var isResultChanged = false
}
