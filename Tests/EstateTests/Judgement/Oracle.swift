import Analysis
import DMARC
import Facts

/// An owner who knows what is theirs and answers every question truthfully.
struct Oracle {
  /// Asking more often than this is a fault.
  static let rounds = 10

  let analysis: ReadinessAnalysis
  let mail: FailingMail
  let domain: String

  /// What came of judging and answering until nothing is asked any more.
  struct Outcome {
    var first: DomainReadiness?
    var last: DomainReadiness?
    /// The questions of the first round, each once.
    var questions: [Question] = []
    var answers: [SourceDecision] = []
    var rounds = 0
  }

  func judge(_ facts: WindowFacts) -> Outcome {
    var facts = facts
    var outcome = Outcome()
    while true {
      let readiness = analysis.report(on: facts).domains.first { $0.domain == domain }
      let questions = readiness?.questions ?? []
      if outcome.rounds == 0 { (outcome.first, outcome.questions) = (readiness, questions) }
      outcome.last = readiness
      guard !questions.isEmpty, outcome.rounds < Self.rounds else { return outcome }
      let answers = questions.map { $0.decision(answer(to: $0, facts.names)) }
      facts.decisions += answers
      outcome.answers += answers
      outcome.rounds += 1
    }
  }

  func answer(to question: Question, _ names: Names) -> SourceDecision.Verdict {
    let holding = mail.held(
      by: question.identity, question.kind, sources: question.sources, days: question.days,
      names: names)
    if holding.legitimate >= Truth.floor { return .approve }
    return holding.forwarded > holding.spoofed ? .forwarder : .block
  }
}

extension DomainReadiness {
  /// All that is asked of the domain and its subdomains, each once.
  var questions: [Question] {
    var seen: Set<SourceDecision> = []
    return (own.questions + (subdomains?.questions ?? [])).filter {
      seen.insert($0.decision(.block)).inserted
    }
  }
}
