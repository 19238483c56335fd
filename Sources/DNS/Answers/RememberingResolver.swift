internal import Synchronization

/// Asks another resolver each question once, and shares the answer with all who ask it.
public final class RememberingResolver: DNSResolving {
  private let source: any DNSResolving
  private let known = Mutex<[DNSQuestion: Task<DNSAnswer, Never>]>([:])

  /// As many answers as are kept; strangers' macros make new names without end.
  private static let most = 131_072

  /// A memory in front of a resolver.
  public init(_ source: any DNSResolving) {
    self.source = source
  }

  /// The answer to a question, the first one given.
  public func answer(_ question: DNSQuestion) async -> DNSAnswer {
    let task = known.withLock { known in
      if let task = known[question] { return task }
      if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
      let task = Task { [source] in await source.answer(question) }
      known[question] = task
      return task
    }
    return await task.value
  }
}
