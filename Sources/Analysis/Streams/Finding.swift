/// What one failing mail is, before its behaviour over the window is looked at.
struct Finding {
  /// What it takes for mail of this kind to weigh.
  enum Test: Equatable {
    /// Ours by evidence that a stranger cannot make.
    case proven
    /// Beside our own servers: enough of it is enough.
    case nearby
    /// Authenticated as somebody else: judged by its behaviour.
    case service
    /// Says it is ours and proves nothing: judged by its behaviour, strictly.
    case claim
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
