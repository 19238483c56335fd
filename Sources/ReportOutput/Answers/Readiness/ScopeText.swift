internal import Analysis
internal import DMARC

/// What people read about the domain itself, or about its subdomains.
struct ScopeText {
  private let scope: ScopeReadiness
  private let wording: StreamWording

  init(_ scope: ScopeReadiness, domain: String) {
    self.scope = scope
    wording = StreamWording(domain: domain)
  }

  var verdictSentence: String {
    switch scope.verdict {
    case .ready: "The step to \(scope.nextRung.rawValue) is safe now."
    case .fix:
      "\(Human.counted(Int64(scope.fixes.count), "sender")) of yours would lose mail at "
        + "\(scope.nextRung.rawValue): set them right first."
    case .wait:
      "Nothing is wrong, but the evidence is not enough yet for \(scope.nextRung.rawValue)"
        + (scope.earliest.map { "; it can be on \($0.text) at the earliest." } ?? ".")
    case .ask: "Say whose mail this is, and it is settled."
    case .parked: "It sends no mail: publish reject at once."
    case .enforced: "It is at its goal, and healthy."
    case .alarm: "It is enforced and losing mail of yours now."
    }
  }

  var facts: [Fact] {
    let rate = scope.rawPassRate.map(Human.share) ?? "no mail"
    let risk =
      scope.atRiskShare.map {
        "\(Human.share($0)) (\(Human.count(scope.atRisk)) of \(Human.count(scope.legitimate)))"
      } ?? "no legitimate mail"
    return [
      Fact("Raw pass rate", .text("\(rate) of \(Human.count(scope.messages))")),
      Fact("Legitimate at risk", .text(risk)),
      Fact("Forwarded", .text("\(Human.count(scope.forwarded)), apart from both")),
      Fact("Spoofed", .text("\(Human.count(scope.spoofed)), which is what reject is for")),
    ]
  }

  var sections: [Section] {
    var sections: [Section] = []
    if !scope.gates.isEmpty { sections.append(.table(key: "gates", gates)) }
    if !scope.fixes.isEmpty {
      sections.append(.heading("Fix first, most legitimate mail first"))
      sections.append(.table(key: "fixes", streams(scope.fixes)))
      sections.append(.items(scope.fixes.map(sentence)))
    }
    let unsure = scope.streams.filter { $0.isUncertain && $0.atRisk == 0 }
    if !unsure.isEmpty {
      sections.append(.heading("Worth a look, but not in the way"))
      sections.append(.table(key: "unsure", streams(unsure.prefix(10))))
      sections.append(.items(unsure.prefix(10).map(sentence)))
    }
    return sections
  }

  private var gates: TableData {
    TableData(
      columns: [
        .text("gate", "Gate"), .text("required", "Required"), .text("actual", "Actual"),
        .text("met", "Met"), .day("earliest", "Earliest").dispensable(1),
      ],
      rows: scope.gates.map { gate in
        [
          .text(gate.name.title),
          .text(gate.requiredText), .text(gate.actual.text), .text(gate.met ? "yes" : "NO"),
          .day(orEmpty: gate.met ? nil : gate.earliest),
        ]
      })
  }

  private func streams(_ streams: some Sequence<Stream>) -> TableData {
    TableData(
      columns: [
        .text("sender", "Sender"), .text("class", "Class"), .count("messages", "Messages"),
        .count("failing", "Failing", tone: .bad), .count("sources", "Addresses").dispensable(2),
        .count("days", "Days").dispensable(1), .share("after", "At risk after"),
      ],
      rows: streams.map { stream in
        [
          .text(label(stream)), .text(stream.kind.rawValue), .count(stream.messages),
          .count(stream.failing), .count(stream.sources.count), .count(stream.days.count),
          stream.afterFixAtRiskShare.map { .share($0) } ?? .empty,
        ]
      })
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
  fileprivate var requiredText: String {
    if case .text = required { return required.text }
    return "\(isLimit ? "at most " : "")\(required.text)"
  }
}

extension Gate.Name {
  /// The gate in words; docs/readiness.md explains each.
  var title: String {
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
    case .rungAge: "time at this policy"
    case .dkimAligned: "mail aligned by DKIM"
    case .subdomains: "subdomains"
    }
  }
}
