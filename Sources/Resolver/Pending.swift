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
  /// The answer, once libunbound has called back.
  var answer: DNSAnswer?
  let validates: Bool

  init(
    _ question: DNSQuestion, validates: Bool, resume: @escaping @Sendable (DNSAnswer) -> Void
  ) {
    self.question = question
    self.validates = validates
    self.resume = resume
  }

  func end(_ answer: DNSAnswer) { resume(answer) }

  /// Hands the question to libunbound.
  func start(_ context: OpaquePointer) -> Bool {
    let own = Unmanaged.passUnretained(self).toOpaque()
    let code = ub_resolve_async(
      context, DNSEscape.question(question.name), Int32(question.type.rawValue), 1, own,
      { argument, error, result in
        guard let argument else { return }
        let pending = Unmanaged<Pending>.fromOpaque(argument).takeUnretainedValue()
        defer { ub_resolve_free(result) }
        pending.answer =
          error == 0
          ? result.map {
            UnboundAnswer.read($0.pointee, pending.question, validates: pending.validates)
          } ?? DNSAnswer(.notKnown(.malformed)) : DNSAnswer(.notKnown(.malformed))
      }, &id)
    return code == 0
  }
}
