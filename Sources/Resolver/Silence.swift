internal import DNS

/// Whether there is any sense in asking on.
struct Silence {
  private var hasHeard = false
  private var timeouts = 0

  /// As many questions in a row without an answer mean that the resolvers have gone.
  private static let most = 32

  mutating func heard(_ answer: DNSAnswer) {
    // libunbound answers SERVFAIL itself where no resolver does.
    if case .notKnown = answer.state { return }
    hasHeard = true
    timeouts = 0
  }

  mutating func timedOut() { timeouts += 1 }

  /// No resolver answers: none ever has, or none does any more.
  var isComplete: Bool { timeouts >= (hasHeard ? Self.most : 1) }
}
