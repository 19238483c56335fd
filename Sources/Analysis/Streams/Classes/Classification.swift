/// What one failing mail is, before its behaviour over the window is looked at.
struct Classification {
  /// What it takes for mail of this kind to weigh.
  enum Test: Equatable {
    /// Ours by evidence that a stranger cannot make.
    case proven
    /// Beside our own servers: enough of it is enough.
    case nearby
    /// Authenticated as somebody else: judged by its behaviour.
    case service
    /// Says it is ours and proves nothing: judged by its behaviour, strictly.
    case claim(Claim)
    /// Passed on as it seems, but so much of our mail that it may be a server of ours.
    case relay
    /// Failed by temporary errors only, where mail passes otherwise.
    case temporary
    /// Never weighs.
    case never
    /// The operator has said what it is; the number is that of the decision.
    case decided(weighs: Bool, decision: Int)
  }

  let kind: StreamClass
  let sender: Sender
  /// Where and how it is sent, so that mail set up alike is judged together.
  let unit: Sender
  let test: Test
  /// What decided.
  let reason: Reason.Kind
}

/// What mail that authenticated as nobody shows of our domain beside the From.
enum Claim: String, CaseIterable, Sendable {
  /// The envelope sender, for which SPF did not pass.
  case envelope
  /// A signature that failed.
  case signature
  /// Nothing: the From domain alone.
  case name

  /// What a decision about a whole crowd of them is about, as `source block` takes it.
  var pattern: String { "crowd:\(rawValue)" }

  /// The claim that the pattern of a decision names; `nil` where it is about something else.
  init?(pattern: String) {
    guard pattern.hasPrefix("crowd:") else { return nil }
    self.init(rawValue: String(pattern.dropFirst("crowd:".count)))
  }
}

extension Classification {
  var ofUnit: Unit { Unit(kind: kind, sender: unit) }

  /// The same mail once it is known what its behaviour says of it.
  func settled(as kind: StreamClass, _ test: Test) -> Classification {
    Classification(kind: kind, sender: sender, unit: unit, test: test, reason: reason)
  }
}

extension Classification.Test {
  /// Whether the mail's behaviour over the window decides.
  var isByBehaviour: Bool {
    switch self {
    case .nearby, .service, .claim, .relay, .temporary: true
    case .proven, .never, .decided: false
    }
  }

  /// Whether mail weighs however it behaves.
  var isProof: Bool {
    switch self {
    case .proven: true
    case .decided(let weighs, _): weighs
    default: false
    }
  }
}
