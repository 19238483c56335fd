import Analysis

/// What the verdicts on many estates come to.
struct Measures {
  let judged: [Judged]

  init(_ judged: [Judged]) { self.judged = judged }

  private var healthy: [Judged] { judged.filter { $0.group == .clean } }

  private func share(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 1 : Double(part) / Double(whole)
  }

  private func share(_ count: Judged.Count) -> Double { share(count.good, count.all) }

  private func sum(_ path: KeyPath<Judged, Judged.Count>) -> Judged.Count {
    judged.reduce(into: Judged.Count()) { $0 += $1[keyPath: path] }
  }

  /// The share of healthy estates that is ready, enforced or parked as it stands.
  var healthyGood: Double {
    share(healthy.filter { $0.first.verdict.isGood }.count, healthy.count)
  }
  var healthyAsked: Double {
    share(healthy.filter { $0.first.verdict == .ask }.count, healthy.count)
  }
  var healthyStalled: Int {
    healthy.filter { !$0.first.verdict.isGood && $0.first.verdict != .ask }.count
  }

  private var questions: [Int] { judged.map(\.answers).sorted() }
  var medianQuestions: Int { questions.isEmpty ? 0 : questions[questions.count / 2] }
  /// The 95th percentile.
  var manyQuestions: Int {
    questions.isEmpty ? 0 : questions[min(questions.count - 1, questions.count * 95 / 100)]
  }
  var mostQuestions: Int { questions.last ?? 0 }
  var mostRounds: Int { judged.map(\.rounds).max() ?? 0 }

  var unsafe: Int { judged.filter(\.first.isUnsafe).count }
  var unsafeSettled: Int { judged.filter(\.settled.isUnsafe).count }
  var unfit: Int { judged.filter { !$0.first.fits }.count }
  var unfitSettled: Int { judged.filter { !$0.settled.fits }.count }

  /// Streams with 20 lost messages or more that are weighing or asked about.
  var recall: Double { share(sum(\.recall)) }
  /// Weighing streams that really lose mail.
  var precision: Double { share(sum(\.precision)) }
  /// Advice of the right kind.
  var advice: Double { share(sum(\.advice)) }

  /// Everything, a line each.
  var lines: [(name: String, asked: String, value: String)] {
    [
      ("unsafe as it stands", "0", "\(unsafe)"),
      ("unsafe after the answers", "0", "\(unsafeSettled)"),
      ("verdicts that do not fit, as it stands", "0", "\(unfit)"),
      ("verdicts that do not fit, after the answers", "0", "\(unfitSettled)"),
      ("healthy: ready, enforced or parked", "≥ 90 %", percent(healthyGood)),
      ("healthy: asked about", "≤ 10 %", percent(healthyAsked)),
      ("healthy: fix, wait or alarm", "0", "\(healthyStalled) of \(healthy.count)"),
      ("questions a domain, median", "0", "\(medianQuestions)"),
      ("questions a domain, 95th percentile", "≤ 3", "\(manyQuestions)"),
      ("questions a domain, most", "", "\(mostQuestions)"),
      ("rounds of questions, most", "", "\(mostRounds)"),
      ("streams with 20 lost messages, found", "≥ 98 %", text(sum(\.recall))),
      ("weighing streams that lose mail", "≥ 95 %", text(sum(\.precision))),
      ("advice of the right kind", "≥ 98 %", text(sum(\.advice))),
    ]
  }

  private func text(_ count: Judged.Count) -> String {
    "\(percent(share(count))), \(count.good) of \(count.all)"
  }

  private func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded(.down))
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
