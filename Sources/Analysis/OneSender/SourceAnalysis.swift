public import DMARC
public import Facts

/// Gathers all that a window's reports say of one sender.
public struct SourceAnalysis {
  private let domains: any OrganizationalDomains
  private let options: ReadinessOptions

  /// An analysis with a way to find organizational domains.
  public init(
    domains: any OrganizationalDomains, options: ReadinessOptions = ReadinessOptions()
  ) {
    self.domains = domains
    self.options = options
  }

  /// What is known of an address, a CIDR block or a domain that mail authenticated as.
  public func detail(of pattern: String, in facts: WindowFacts) -> SourceDetail {
    let mail = MailOfDomains(facts: facts, domains: domains, options: options)
    let sorter = MailSorter(mail)
    let network = Network(pattern)
    let name = DomainName.normalized(pattern)
    var detail = SourceDetail()
    detail.decisions = facts.decisions.filter { $0.pattern == name }
    var rows: [RowKey: SourceDetail.Row] = [:]
    for id in mail.policyDomains {
      let sorted = sorter.sorted(id)
      let chosen = sorted.mail.groups.map { sorted.mail.isOf(network, name, $0) }
      for group in chosen.indices where chosen[group] {
        add(group, of: sorted, facts, to: &detail, &rows)
      }
      if chosen.contains(true) {
        detail.streams[facts.names.domains[id] ?? ""] =
          StreamList.streams(of: sorted, where: chosen)
      }
    }
    detail.days = rows.values.sorted {
      ($0.day, $0.kind.rawValue) < ($1.day, $1.kind.rawValue)
    }
    return detail
  }

  private struct RowKey: Hashable {
    let day: Day
    let kind: StreamClass
  }

  private func add(
    _ number: Int, of sorted: SortedMail, _ facts: WindowFacts, to detail: inout SourceDetail,
    _ rows: inout [RowKey: SourceDetail.Row]
  ) {
    let (group, item) = (sorted.mail.groups[number], sorted.items[number])
    let (fact, names) = (facts.traffic[group.lastFact], facts.names)
    detail.add(group, weighs: item.weighs)
    for mail in sorted.mail.mail(of: number) {
      let observation = sorted.mail.observation(of: mail)
      let key = RowKey(day: observation.day, kind: item.classification.kind)
      let empty = SourceDetail.Row(day: key.day, kind: key.kind, messages: 0, failing: 0)
      rows[key, default: empty].add(mail.messages, failing: !group.passes)
      detail.reporters[names.reporters[observation.reporter] ?? "", default: 0] += mail.messages
    }
    let table = sorted.mail.digests.names
    detail.addresses[sorted.mail.addresses[group.place], default: 0] += group.messages
    detail.fromDomains[table.names[group.from], default: 0] += group.messages
    let disposition = names.evaluations[fact.evaluation]?.disposition.shown ?? ""
    detail.dispositions[disposition, default: 0] += group.messages
    for domain in Set(sorted.mail.digest(of: group).authenticated) {
      detail.authenticated[table.names[domain], default: 0] += group.messages
    }
    for text in Set(names.evidence[fact.evidence]?.read.resultTexts ?? []) {
      detail.results[text, default: 0] += group.messages
    }
  }
}

extension SourceDetail {
  fileprivate mutating func add(_ group: MailGroup, weighs: Bool) {
    messages += group.messages
    if !group.passes { failing += group.messages }
    if weighs { atRisk += group.trusted }
  }
}

extension SourceDetail.Row {
  fileprivate mutating func add(_ count: MessageCount, failing isFailing: Bool) {
    messages += count
    if isFailing { failing += count }
  }
}

extension DomainMail {
  fileprivate func isOf(_ network: Network?, _ name: String, _ group: MailGroup) -> Bool {
    if let network { return network.contains(addresses[group.place]) }
    return digest(of: group).authenticated.contains {
      DomainName.isWithin(digests.names.names[$0], name)
    }
  }
}

extension Evidence {
  fileprivate var resultTexts: [String] {
    dkim.map { signature in
      [
        "dkim", signature.domain ?? "(no domain)", signature.selector ?? "(no selector)",
        signature.result.shown,
      ].joined(separator: " ")
    }
      + spf.map { check in
        ["spf", check.domain ?? "(no domain)", check.result.shown].joined(separator: " ")
      }
  }
}
