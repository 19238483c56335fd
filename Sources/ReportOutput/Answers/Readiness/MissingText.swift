internal import Analysis
internal import DMARC

/// What a domain lacks for its next step, in a few words that fit a row.
struct MissingText {
  let domain: DomainReadiness

  private static let mostGates = 3

  var text: String {
    let own = words(domain.own)
    guard let below = domain.subdomains, !below.verdict.isGood else { return own }
    return own + (own.isEmpty ? "" : "; ") + "subdomains: \(words(below))"
  }

  private func words(_ scope: ScopeReadiness) -> String {
    if scope.silentSince != nil { return "fell silent" }
    guard domain.newestReport != nil else { return "never reported" }
    return switch scope.verdict {
    case .alarm, .fix: repair(scope)
    case .ask: question(scope)
    case .wait: waiting(scope)
    case .ready, .parked: "publish p=\(scope.nextRung.rawValue)"
    case .enforced: ""
    }
  }

  private func repair(_ scope: ScopeReadiness) -> String {
    guard let first = scope.fixes.first else { return "repair what fails" }
    return "repair \(first.name ?? first.identity.text)\(others(scope.fixes.count))"
  }

  private func question(_ scope: ScopeReadiness) -> String {
    guard let first = scope.questions.first else { return "answer" }
    let who = first.identity.kind == .crowd ? "some senders" : first.identity.text
    return "say whose \(who) is\(others(scope.questions.count))"
  }

  private func waiting(_ scope: ScopeReadiness) -> String {
    guard scope.messages > 0 else { return "mail to judge" }
    let unmet = scope.unmet.map(\.name.title)
    let gates =
      unmet.prefix(Self.mostGates).joined(separator: ", ")
      + (unmet.count > Self.mostGates ? " and \(unmet.count - Self.mostGates) more" : "")
    return scope.earliest.map { "until \($0.text): \(gates)" } ?? gates
  }

  private func others(_ count: Int) -> String { count > 1 ? " and \(count - 1) more" : "" }
}
