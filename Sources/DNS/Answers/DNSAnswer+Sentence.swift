extension DNSAnswer.Trouble {
  /// Why an answer is not known, in a few words.
  public var sentence: String {
    switch self {
    case .timeout: "no answer came in time"
    case .refused(2): "the resolver answered SERVFAIL"
    case .refused(5): "the resolver answered REFUSED"
    case .refused(let code): "the resolver answered with error \(code)"
    case .malformed: "it cannot be asked, or the answer cannot be read"
    case .givenUp: "the time for all questions was over"
    }
  }
}
