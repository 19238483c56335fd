import DMARC
import Facts
import TestSupport
import Testing

/// An estate in a database, judged by the built program and answered by the commands it prints.
struct AnsweredEstate {
  let estate: Estate
  let database: String

  /// What the program says when nothing is asked any more.
  struct End: Equatable {
    var verdict: String
    var record: String
    /// What was decided about, in order.
    var answered: [String]
  }

  private func run(_ arguments: [String]) throws -> Outcome {
    try Program.dmarcReport.run(arguments + ["--database", database])
  }

  private func domain() throws -> JSONText {
    let judged = try run(["readiness", "--format", "json", "--until", Estate.lastDay.text])
    return try #require(
      try JSONText(judged.output)["domains"].items.first { $0["domain"].text == estate.domain })
  }

  /// Answers what is asked until nothing is, as `answer` says of a pattern.
  func settle(_ answer: (String) -> SourceDecision.Verdict?) throws -> End {
    var answered: Set<String> = []
    var domain = try domain()
    for _ in 0..<Oracle.rounds {
      let questions = domain["questions"].items + domain["subdomains"]["questions"].items
      guard !questions.isEmpty else { break }
      for question in questions {
        let pattern = question["answers"]["block"].items.dropFirst(2).first?.text ?? ""
        guard answered.insert(pattern).inserted else { continue }
        let verdict = try #require(answer(pattern), "nobody else asked about \(pattern)")
        let command = question["answers"][verdict.rawValue].items.map(\.text)
        let outcome = try run(command)
        #expect(outcome.status == 0, "\(command): \(outcome.diagnostics)")
      }
      domain = try self.domain()
    }
    return End(
      verdict: domain["verdict"].text, record: domain["next"]["record"].text,
      answered: answered.sorted())
  }
}
