package import Analysis
internal import DMARC
package import Facts

/// What people read about the domain itself, or about its subdomains.
package struct ScopeText {
  private let scope: ScopeReadiness
  private let wording: StreamWording
  private let names: Names

  package init(_ scope: ScopeReadiness, domain: String, names: Names) {
    self.scope = scope
    self.names = names
    wording = StreamWording(domain: domain)
  }

  /// The verdict in a sentence or two.
  package var verdictSentence: String {
    let next = scope.nextRung.rawValue
    return switch scope.verdict {
    case .ready: "The step to \(next) is safe now.\(forwardedLoss)"
    case .ask: "\(asking): answer, and the verdict is definite."
    case .fix, .alarm: losing
    case .wait: waiting
    case .parked: "Nothing that is sent in its name is its own: publish reject at once."
    case .enforced: "It is at its goal, and healthy."
    }
  }

  private var asking: String {
    let count = Int64(scope.questions.count)
    return "Reports cannot tell whose mail this is, and you can: "
      + Human.counted(count, "question")
  }

  /// What others forwarded and broke is lost whatever the owner does.
  private var forwardedLoss: String {
    guard scope.forwarded > 0, scope.nextRung != .none else { return "" }
    return " \(Human.counted(scope.forwarded)) that others forwarded would be lost "
      + "all the same, as at every domain."
  }

  private var losing: String {
    let senders = scope.streams.filter(\.isAtStake).count
    let when =
      scope.verdict == .alarm
      ? "It is enforced and losing mail of yours now" : "Not yet: mail of yours would be lost"
    guard senders > 0 else { return "\(when), too much in all: repair what fails." }
    return scope.verdict == .alarm
      ? "\(when): repair \(Human.counted(Int64(senders), "sender")) first."
      : "\(Human.counted(Int64(senders), "sender")) of yours would lose mail at "
        + "\(scope.nextRung.rawValue): set them right first."
  }

  private var waiting: String {
    if let since = scope.silentSince {
      return "No report since \(since.text): find out why, since nothing can be said without them."
    }
    let what =
      scope.messages == 0
      ? "There is no mail to judge yet"
      : "Nothing that fails is known to be yours, but the evidence is not enough yet for "
        + scope.nextRung.rawValue
    if let day = scope.earliest { return "\(what); it can be on \(day.text) at the earliest." }
    let gates = scope.unmet.filter { $0.earliest == nil }.map(\.name.title)
    return gates.isEmpty
      ? "\(what)."
      : "\(what). No day can be named: that depends on \(gates.joined(separator: ", "))."
  }

  var facts: [Fact] {
    let rate = scope.rawPassRate.map(Human.share) ?? "no mail"
    let risk =
      scope.atRiskShare.map {
        "\(Human.share($0)) (\(Human.count(scope.atRisk)) of \(Human.count(scope.legitimate)))"
      } ?? "no legitimate mail"
    var facts = [
      Fact("Raw pass rate", .text("\(rate) of \(Human.count(scope.messages))")),
      Fact("Legitimate at risk", .text(risk)),
    ]
    if scope.inQuestion > 0 {
      facts.append(Fact("In question", .text("\(Human.count(scope.inQuestion)): only you can say")))
    }
    if scope.over > 0 {
      facts.append(
        Fact("Over", .text("\(Human.count(scope.over)) failed, and were repaired or temporary")))
    }
    return facts + [
      Fact("Forwarded", .text("\(Human.count(scope.forwarded)), apart from both")),
      Fact("Spoofed", .text("\(Human.count(scope.spoofed)), which is what reject is for")),
    ]
  }

  var sections: [Section] {
    var sections: [Section] = []
    if !scope.gates.isEmpty { sections.append(.table(key: "gates", gates)) }
    if let carefulNote { sections.append(.paragraph(carefulNote)) }
    if !scope.fixes.isEmpty {
      sections.append(.heading("Fix first, most legitimate mail first"))
      sections.append(.table(key: "fixes", fixes))
      sections.append(.items(scope.fixes.map(sentence)))
    }
    if !scope.questions.isEmpty {
      sections.append(.heading("Only you can say"))
      for question in scope.questions {
        let text = QuestionText(question, names: names)
        sections.append(.paragraph(text.sentence))
        sections.append(.items(text.commands))
      }
    }
    return sections
  }

  /// Where the gate of mail at risk shows another share than stands above: which is which.
  package var carefulNote: String? {
    let shown = Human.share(scope.atRiskShare ?? 0)
    guard let share = scope.carefulShare.map(Human.share), share != shown else { return nil }
    return "Of all legitimate mail \(shown) is at risk; the gate's \(share) leaves out mail that "
      + "others passed on, or the largest day of one reporter."
  }

  private var gates: TableData {
    TableData(
      scope.gates,
      columns: [
        .text("gate", "Gate") { $0.name.title },
        .text("required", "Required") { $0.requiredText },
        .text("actual", "Actual") { $0.actual.text },
        .text("met", "Met", tone: .words(["NO": .bad])) { $0.met ? "yes" : "NO" },
        .day("earliest", "Earliest") { $0.met ? nil : $0.earliest }.dispensable(1),
      ])
  }

  private var fixes: TableData {
    TableData(
      scope.fixes,
      columns: [
        .text("sender", "Sender", elision: .never, label),
        .text("class", "Class") { $0.kind.rawValue },
        .messages("messages", "Messages") { $0.messages },
        .messages("failing", "Failing", tone: .bad) { $0.failing },
        .count("sources", "Addresses") { Int64($0.sources.count) }.dispensable(2),
        .count("days", "Days") { Int64($0.days.count) }.dispensable(1),
        .share("after", "At risk after") { $0.afterFixAtRiskShare },
      ])
  }

  private func label(_ stream: Stream) -> String {
    stream.name.map { "\($0), \(stream.identity.text)" } ?? stream.identity.text
  }

  private func sentence(_ stream: Stream) -> String {
    let reason = "\(label(stream)): \(wording.reason(for: stream))."
    guard let advice = wording.advice(for: stream) else { return reason }
    return "\(reason) What to do: \(advice)."
  }
}

extension Gate {
  /// What is asked for, in words.
  package var requiredText: String {
    if case .text = required { return required.text }
    return "\(isLimit ? "at most " : "")\(required.text)"
  }
}

extension Gate.Name {
  /// The gate in words; docs/readiness.md explains each.
  package var title: String {
    switch self {
    case .window: "length of the window"
    case .daysCovered: "days with reports"
    case .longestGap: "longest gap"
    case .fresh: "age of the newest report"
    case .reporters: "established reporters"
    case .reporterSilent: "no reporter fell silent"
    case .volume: "passing messages"
    case .atRiskShare: "legitimate mail at risk"
    case .streams: "no sender would lose its mail"
    case .noFall: "no fall in the last 7 days"
    case .repairs: "days since a repair"
    case .rungAge: "time at this policy"
    case .dkimAligned: "mail aligned by DKIM"
    case .subdomains: "subdomains"
    }
  }
}
