import Analysis
import DMARC
import Facts
import ReportOutput

/// The verdict in a sentence, with the policy now and the step that is next.
struct VerdictSection {
  private let domain: DomainReadiness

  init(_ domain: DomainReadiness) {
    self.domain = domain
  }

  var html: HTML {
    let own = domain.own
    let text = ScopeText(own, domain: domain.domain, names: .init())
    let below: HTML? = domain.subdomains.map { subdomains in
      let text = ScopeText(subdomains, domain: domain.domain, names: .init())
      return "<p>Subdomains: <b>\(subdomains.verdict.rawValue)</b>. \(text.verdictSentence)</p>"
    }
    return """
      <div class="verdict \(own.verdict.colour)">
      <p class="say">\(own.verdict.symbol) \(own.verdict.rawValue): \(text.verdictSentence)</p>
      <p>Policy now: <code>\(domain.policy.tags)</code>. \(next)\(met)</p>
      \(below)
      </div>
      """
  }

  private var next: HTML {
    domain.own.nextRung == domain.own.rung
      ? "It is at its goal. " : "The next step is <code>p=\(domain.own.nextRung.rawValue)</code>. "
  }

  private var met: HTML {
    let gates = domain.own.gates
    guard !gates.isEmpty else { return .empty }
    let unmet = domain.own.unmet.count
    return switch domain.own.verdict {
    case .parked: "The conditions do not apply: nothing that is sent in this name is yours."
    case .ask where unmet == 0:
      "All \(gates.count) conditions are met; your answer is still missing."
    default: "\(gates.count - unmet) of \(gates.count) conditions are met."
    }
  }
}

extension Verdict {
  /// The class of the style that colours it; the word says the same.
  var colour: HTML {
    switch self {
    case .alarm: "red"
    case .fix: "amber"
    case .ask: "violet"
    case .wait: "grey"
    case .ready, .parked, .enforced: "green"
    }
  }

  /// A sign that tells it without a colour.
  var symbol: HTML {
    switch self {
    case .alarm: "✖"
    case .fix: "✎"
    case .ask: "?"
    case .wait: "…"
    case .ready, .parked, .enforced: "✔"
    }
  }

  /// Its place among domains, what needs most attention first.
  func rank(isSilent: Bool) -> Int {
    switch self {
    case .alarm: 0
    case .fix: 1
    case .ask: 2
    case .wait: isSilent ? 3 : 4
    case .ready: 5
    case .parked: 6
    case .enforced: 7
    }
  }
}
