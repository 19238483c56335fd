public import DNS
internal import Workers

/// Asks the resolvers of the system by libunbound, which keeps answers, follows aliases, asks
/// again what was lost, and validates DNSSEC.
public final class UnboundResolver: DNSResolving {
  private let questions: Questions
  private let validates: Bool

  /// A resolver; throws where libunbound cannot begin, or an option is no good.
  public init(_ options: ResolverOptions = ResolverOptions()) throws {
    let questions = Questions(try UnboundContext.make(options), options)
    validates = options.trustAnchors != nil
    self.questions = questions
    _ = try Threads(1) { questions.work() }
  }

  deinit { questions.stop() }

  /// The answer to a question; never later than the options allow.
  public func answer(_ question: DNSQuestion) async -> DNSAnswer {
    await withCheckedContinuation { continuation in
      questions.add(
        Pending(question, validates: validates) { continuation.resume(returning: $0) })
    }
  }
}
