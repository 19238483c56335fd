package import Analysis
internal import DMARC
package import Facts

/// A question to the owner, in a sentence with its numbers, and the commands that answer it.
package struct QuestionText {
  let question: Question
  /// The addresses of sources.
  let sources: [SourceAddress]

  package init(_ question: Question, names: Names) {
    self.question = question
    sources = question.sources.compactMap { names.sources[$0] }
  }

  /// The question and what speaks for and against, as sentences.
  package var sentence: String {
    "Is \(subject) yours? \(Human.counted(question.failing)) from \(places)"
      + " would be lost, seen on \(days). For: \(evidence.for). Against: \(evidence.against)."
  }

  /// The commands to copy, the answer "yes" first.
  package var commands: [String] {
    SourceDecision.Verdict.allCases.map { verdict in
      let line = (["dmarc-report"] + question.arguments(verdict)).joined(separator: " ")
      return "\(Self.meaning(verdict)): \(line)"
    }
  }

  private static func meaning(_ verdict: SourceDecision.Verdict) -> String {
    switch verdict {
    case .approve: "yes"
    case .block: "no"
    case .forwarder: "it forwards"
    }
  }

  private var subject: String {
    question.identity.kind == .crowd ? "one of these senders" : question.identity.text
  }

  private var places: String {
    let shown = sources.prefix(4).map(\.text).joined(separator: ", ")
    let count = Human.counted(Int64(sources.count), "address", "addresses")
    return sources.count <= 4 ? shown : "\(count) (\(shown), …)"
  }

  private var days: String {
    guard let first = question.days.first, let last = question.days.last else { return "no day" }
    return first == last
      ? first.text
      : "\(Human.counted(Int64(question.days.count), "day")) from \(first.text) to \(last.text)"
  }

  /// What speaks for its being the owner's, and what against.
  var evidence: (for: String, against: String) {
    let behaviour =
      switch question.rule {
      case .keepsWeek: "it sends less on weekends, as your mail does"
      case .comesBack(let days): "it came back, on \(Human.counted(Int64(days), "day"))"
      case .goesOn: "it began lately and goes on"
      case .passesOn: "much of what it sends carries your valid signature"
      default: "it came from few places, as a run of mail does"
      }
    let proof =
      switch question.reason {
      case .authenticatedAs: "it passes as a domain that is not yours"
      case .keyNeverPasses: "the signature in your name has never passed"
      case .keyFailsAtService: "the signature in your name fails"
      case .claimsOurEnvelope: "SPF does not name it and no signature passes"
      case .claimsOurSignature: "the signature fails and nothing else passes"
      case .besideOwnServers: "it has come only once or twice"
      case .passesOnMuch: "what it breaks was signed by your own servers"
      default: "nothing in it passes for anybody"
      }
    return (behaviour, proof)
  }

  /// The question for programs.
  var json: JSONValue {
    let arguments = { (verdict: SourceDecision.Verdict) -> JSONValue in
      .array(question.arguments(verdict).map { .string($0) })
    }
    return .object([
      "identity": .string(question.identity.text),
      "class": .string(question.kind.rawValue),
      "messages": .integer(question.messages),
      "failing": .integer(question.failing),
      "addresses": .array(sources.map { .string($0.text) }),
      "first_day": .string(orNull: question.days.first?.text),
      "last_day": .string(orNull: question.days.last?.text),
      "days": .integer(Int64(question.days.count)),
      "rule": .string(question.rule.name),
      "reason": .string("for: \(evidence.for); against: \(evidence.against)"),
      "answers": .object([
        "approve": arguments(.approve), "block": arguments(.block),
        "forwarder": arguments(.forwarder),
      ]),
    ])
  }
}
