package import Analysis
internal import DMARC
internal import Facts

/// What people read about one domain.
struct DomainText {
  private let domain: DomainReadiness
  private let names: Names

  init(_ domain: DomainReadiness, names: Names) {
    self.domain = domain
    self.names = names
  }

  var sections: [Section] {
    var sections: [Section] = [
      .heading("\(domain.domain): \(domain.verdict.rawValue)", mark: domain.verdict.mark)
    ]
    let own = ScopeText(domain.own, domain: domain.domain, names: names)
    sections.append(.paragraph(own.verdictSentence))
    sections.append(.facts(facts))
    sections += own.sections
    if let subdomains = domain.subdomains {
      let text = ScopeText(subdomains, domain: domain.domain, names: names)
      sections.append(
        .heading(
          "Subdomains of \(domain.domain): \(subdomains.verdict.rawValue)",
          mark: subdomains.verdict.mark))
      sections.append(.paragraph(text.verdictSentence))
      sections.append(.facts(text.facts))
      sections += text.sections
    }
    return sections + next
  }

  private var facts: [Fact] {
    var facts = [Fact("Policy now", .text(domain.policy.text))]
    facts += ScopeText(domain.own, domain: domain.domain, names: names).facts
    if let share = domain.rfc9990Share {
      facts.append(
        Fact(
          "RFC 9990",
          .text(
            "\(Human.share(share)) of the mail was judged by receivers that show they know it")))
    }
    let reporters = domain.establishedReporters
    facts.append(
      Fact(
        "Relied on",
        .text(
          reporters.isEmpty
            ? "no reporter is established yet" : reporters.joined(separator: ", "))))
    return facts
  }

  private var next: [Section] {
    let step = domain.next
    guard step.isChange else { return [] }
    return [
      .heading(domain.verdict.isGood ? "Publish now" : "Publish when the above is done"),
      .paragraph("_dmarc.\(domain.domain) TXT \"\(step.record)\""),
    ]
  }
}

extension PolicyInForce {
  /// The policy as its tags, and what is in effect of it.
  package var text: String {
    guard isHeldBack else { return tags }
    return "\(tags): in effect \(rung.rawValue); receivers that know only RFC 7489 "
      + "ignore t=y, and pct is gone from the standard"
  }

  /// The tags alone, as `p=none sp=quarantine`.
  package var tags: String {
    var parts = ["p=\(p.rawValue)"]
    if let sp { parts.append("sp=\(sp.rawValue)") }
    if let np { parts.append("np=\(np.rawValue)") }
    if testing == true { parts.append("t=y") }
    if let pct, pct < 100 { parts.append("pct=\(pct)") }
    return parts.joined(separator: " ")
  }
}
