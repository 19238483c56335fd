internal import Analysis
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
    var facts = [Fact("Policy now", .text(policyText))]
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

  private var policyText: String {
    let policy = domain.policy
    var parts = ["p=\(policy.p.rawValue)"]
    if let sp = policy.sp { parts.append("sp=\(sp.rawValue)") }
    if let np = policy.np { parts.append("np=\(np.rawValue)") }
    if policy.testing == true { parts.append("t=y") }
    if let pct = policy.pct, pct < 100 { parts.append("pct=\(pct)") }
    let text = parts.joined(separator: " ")
    guard policy.isHeldBack else { return text }
    return "\(text): in effect \(policy.rung.rawValue); receivers that know only RFC 7489 "
      + "ignore t=y, and pct is gone from the standard"
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
