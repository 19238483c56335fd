internal import CUnbound
internal import DNS

/// A question that waits for its answer.
///
/// Only the thread of the resolver touches what changes.
final class Pending: @unchecked Sendable {
  let question: DNSQuestion
  private let resume: @Sendable (DNSAnswer) -> Void
  /// When it is given up, in nanoseconds of the monotonic clock.
  var deadline: UInt64 = 0
  /// The number by which libunbound knows it.
  var id: Int32 = 0
  /// It has its answer.
  var isDone = false
  let validates: Bool
  private var answered: Answered?

  init(
    _ question: DNSQuestion, validates: Bool, resume: @escaping @Sendable (DNSAnswer) -> Void
  ) {
    self.question = question
    self.validates = validates
    self.resume = resume
  }

  func end(_ answer: DNSAnswer) { resume(answer) }

  /// Hands the question to libunbound, which puts it among the answered ones in its time.
  func start(_ context: OpaquePointer, _ answered: Answered) -> Bool {
    self.answered = answered
    let own = Unmanaged.passUnretained(self).toOpaque()
    let code = ub_resolve_async(
      context, DNSEscape.question(question.name), Int32(question.type.rawValue), 1, own,
      { argument, error, result in
        guard let argument else { return }
        let pending = Unmanaged<Pending>.fromOpaque(argument).takeUnretainedValue()
        defer { ub_resolve_free(result) }
        pending.answered?.put(pending, pending.answer(error, result))
      }, &id)
    return code == 0
  }

  private func answer(_ error: Int32, _ result: UnsafeMutablePointer<ub_result>?) -> DNSAnswer {
    guard error == 0, let result else { return DNSAnswer(.notKnown(.malformed)) }
    return UnboundAnswer.read(result.pointee, question, validates: validates)
  }
}

/// What libunbound has answered and nobody has been told yet; of one thread.
final class Answered {
  private var all: [(Pending, DNSAnswer)] = []

  func put(_ pending: Pending, _ answer: DNSAnswer) { all.append((pending, answer)) }

  func take() -> [(Pending, DNSAnswer)] {
    var taken: [(Pending, DNSAnswer)] = []
    swap(&taken, &all)
    return taken
  }
}
