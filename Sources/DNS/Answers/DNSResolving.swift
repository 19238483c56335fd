/// Answers questions: libunbound does in the program, a zone in memory does in tests.
///
/// It never throws. Whatever goes wrong is an answer too: not known, and why.
public protocol DNSResolving: Sendable {
  /// The answer to a question, aliases followed.
  func answer(_ question: DNSQuestion) async -> DNSAnswer
}

extension DNSResolving {
  /// The records of a type at a name.
  public func ask(_ name: String, _ type: DNSType) async -> DNSAnswer {
    guard DNSName.isAskable(name) else { return DNSAnswer(.notKnown(.malformed)) }
    return await answer(DNSQuestion(name, type))
  }
}
