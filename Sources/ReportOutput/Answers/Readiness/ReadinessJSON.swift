package import Analysis
internal import DMARC
internal import Facts

/// The readiness of domains as JSON.
struct ReadinessJSON {
  let names: Names

  func domain(_ domain: DomainReadiness) -> JSONValue {
    var members = [
      JSONMember("domain", .string(domain.domain)),
      JSONMember("policy", domain.policy.json),
      JSONMember("next", domain.next.json),
      JSONMember("judged_with_subdomains", .bool(domain.isJudgedTogether)),
      JSONMember("rfc9990_share", .share(orNull: domain.rfc9990Share)),
      JSONMember(
        "established_reporters", .array(domain.establishedReporters.map { .string($0) })),
      JSONMember("messages_of_other_reporters", .integer(domain.messagesOfOthers)),
    ]
    members.insert(contentsOf: scope(domain.own, domain.domain), at: 2)
    members.append(
      JSONMember(
        "subdomains", domain.subdomains.map { .object(scope($0, domain.domain)) } ?? .null))
    return .object(members)
  }

  private func scope(_ scope: ScopeReadiness, _ domain: String) -> [JSONMember] {
    let wording = StreamWording(domain: domain)
    return [
      JSONMember("verdict", .string(scope.verdict.rawValue)),
      JSONMember("rung", .string(scope.rung.rawValue)),
      JSONMember("next_rung", .string(scope.nextRung.rawValue)),
      JSONMember("earliest", .string(orNull: scope.earliest?.text)),
      JSONMember("raw_pass_rate", .share(orNull: scope.rawPassRate)),
      JSONMember("messages", .integer(scope.messages)),
      JSONMember("legitimate", .integer(scope.legitimate)),
      JSONMember("at_risk", .integer(scope.atRisk)),
      JSONMember("at_risk_share", .share(orNull: scope.atRiskShare)),
      JSONMember("forwarded", .integer(scope.forwarded)),
      JSONMember("in_question", .integer(scope.inQuestion)),
      JSONMember("over", .integer(scope.over)),
      JSONMember("spoofed", .integer(scope.spoofed)),
      JSONMember("unproven", .integer(scope.unproven)),
      JSONMember("disputed", .integer(scope.disputed)),
      JSONMember("gates", .array(scope.gates.map(\.json))),
      JSONMember("silent_since", .string(orNull: scope.silentSince?.text)),
      JSONMember(
        "questions", .array(scope.questions.map { QuestionText($0, names: names).json })),
      JSONMember("streams", .array(scope.streams.map { stream($0, wording) })),
    ]
  }

  private func stream(_ stream: Stream, _ wording: StreamWording) -> JSONValue {
    let addresses = stream.sources.compactMap { names.sources[$0] }.sorted()
    return .object([
      "identity": .string(stream.identity.text),
      "name": .string(orNull: stream.name),
      "class": .string(stream.kind.rawValue),
      "weighs": .bool(stream.weighs),
      "uncertain": .bool(stream.isAsked),
      "messages": .integer(stream.messages),
      "failing": .integer(stream.failing),
      "at_risk": .integer(stream.atRisk),
      "sources": .integer(Int64(stream.sources.count)),
      "first_sources": .array(addresses.prefix(10).map { .string($0.text) }),
      "days": .integer(Int64(stream.days.count)),
      "first_day": .string(orNull: stream.days.min()?.text),
      "last_day": .string(orNull: stream.days.max()?.text),
      "reporters": .integer(Int64(stream.reporters.count)),
      "authenticated": .array(stream.authenticated.sorted().map { .string($0) }),
      "reason": .string(wording.reason(for: stream)),
      "rule": .string(orNull: stream.rule?.name),
      "evidence": stream.rule?.json ?? .null,
      "remedy": .string(stream.remedy.rawValue),
      "advice": .string(orNull: wording.advice(for: stream)),
      "after_fix_at_risk_share": .share(orNull: stream.afterFixAtRiskShare),
    ])
  }
}

extension JSONValue {
  /// A share with the digits that shares have everywhere, or null.
  static func share(orNull share: Double?) -> JSONValue {
    share.map { .number(DecimalText.rounded($0)) } ?? .null
  }
}

extension Rule {
  /// The figures of the rule.
  var json: JSONValue {
    switch self {
    case .passedBefore(let until, let since):
      .object(["passed_until": .string(until.text), "failing_since": .string(since.text)])
    case .steady(let days), .keepsWeek(let days), .besideServers(let days), .comesBack(let days),
      .goesOn(let days), .temporary(let days):
      .object(["days": .integer(Int64(days))])
    case .fewRuns(let days, let networks):
      .object(["days": .integer(Int64(days)), "networks": .integer(Int64(networks))])
    case .passesOn(let share): .object(["broken_share": .share(orNull: share)])
    case .scattered(let networks), .wave(let networks):
      .object(["networks": .integer(Int64(networks))])
    case .rotating(let organizations):
      .object(["organizations": .integer(Int64(organizations))])
    case .repaired(let since): .object(["passing_since": .string(since.text)])
    case .proof, .withAligned, .namedAlike, .tooLittle, .unheard, .passedOn: .object([])
    }
  }
}

extension ReportedWindow {
  /// The window in words.
  var text: String {
    "\(from.text) to \(to.text), \(daysWithReports) of \(days) days with reports"
  }

  var json: JSONValue {
    .object([
      "from": .string(from.text), "to": .string(to.text), "days": .integer(Int64(days)),
      "days_with_reports": .integer(Int64(daysWithReports)),
      "missing_days": .array(missingDays.map { .string($0.text) }),
    ])
  }
}

extension PolicyInForce {
  var json: JSONValue {
    .object([
      "p": .string(p.rawValue), "sp": .string(orNull: sp?.rawValue),
      "np": .string(orNull: np?.rawValue), "adkim": .string(adkim.rawValue),
      "aspf": .string(aspf.rawValue), "testing": testing.map { .bool($0) } ?? .null,
      "pct": pct.map { .integer(Int64($0)) } ?? .null,
    ])
  }
}

extension NextStep {
  var json: JSONValue {
    .object([
      "p": .string(p.rawValue), "sp": .string(sp.rawValue), "np": .string(orNull: np?.rawValue),
      "record": .string(record), "is_change": .bool(isChange),
    ])
  }
}

extension Gate {
  var json: JSONValue {
    .object([
      "name": .string(name.rawValue), "required": required.json, "actual": actual.json,
      "met": .bool(met), "earliest": .string(orNull: met ? nil : earliest?.text),
    ])
  }
}

extension Gate.Value {
  var json: JSONValue {
    switch self {
    case .count(let count): .integer(count)
    case .share(let share): .share(orNull: share)
    case .days(let days): .integer(Int64(days))
    case .text(let text): .string(text)
    }
  }

  /// The value as people read it.
  package var text: String {
    switch self {
    case .count(let count): Human.count(count)
    case .share(let share): Human.share(share)
    case .days(let days): Human.counted(Int64(days), "day")
    case .text(let text): text.isEmpty ? "none" : text
    }
  }
}
