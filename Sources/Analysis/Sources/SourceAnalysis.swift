public import DMARC
public import ReportStore

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
    let rule = EstablishedReporters(
      thresholds: options.thresholds, verifiedOnly: options.verifiedOnly)
    let mail = MailOfDomains(
      facts: facts, domains: domains, established: rule.find(in: facts.reports))
    let network = Network(pattern)
    let name = DomainName.normalized(pattern)
    let traffic = Dictionary(grouping: facts.traffic, by: \.policyDomain)
    var detail = SourceDetail()
    detail.decisions = facts.decisions.filter { $0.pattern == name }
    var rows: [RowKey: SourceDetail.Row] = [:]
    for id in mail.policyDomains {
      let items = mail.sorted(id, options.thresholds).items
      let chosen = zip(traffic[id] ?? [], items).filter { $0.1.mail.isOf(network, name) }
      for (fact, item) in chosen { add(item, fact, facts.names, to: &detail, &rows) }
      if !chosen.isEmpty {
        detail.streams[facts.names.domains[id] ?? ""] = StreamList.streams(of: chosen.map(\.1))
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
    _ item: SortedMail.Item, _ fact: TrafficFact, _ names: Names, to detail: inout SourceDetail,
    _ rows: inout [RowKey: SourceDetail.Row]
  ) {
    let count = item.mail.messages
    let failing = item.mail.passes ? 0 : count
    detail.messages = detail.messages.adding(count)
    detail.failing = detail.failing.adding(failing)
    detail.atRisk = detail.atRisk.adding(item.atRisk)
    let kind = item.finding.kind
    let empty = SourceDetail.Row(day: fact.day, kind: kind, messages: 0, failing: 0)
    var row = rows[RowKey(day: fact.day, kind: kind), default: empty]
    row.messages = row.messages.adding(count)
    row.failing = row.failing.adding(failing)
    rows[RowKey(day: fact.day, kind: kind)] = row
    detail.addresses[item.mail.address] = detail.addresses[item.mail.address, default: 0]
      .adding(count)
    func tally(_ key: String, _ path: WritableKeyPath<SourceDetail, [String: Int64]>) {
      detail[keyPath: path][key] = detail[keyPath: path][key, default: 0].adding(count)
    }
    tally(item.mail.from, \.fromDomains)
    tally(names.reporters[fact.reporter] ?? "", \.reporters)
    tally(
      names.evaluations[fact.evaluation]?.disposition.shown ?? "", \.dispositions)
    for domain in Set(item.mail.digest.authenticated) { tally(domain, \.authenticated) }
    for text in Set(names.evidence[fact.evidence]?.resultTexts ?? []) { tally(text, \.results) }
  }
}

extension Mail {
  fileprivate func isOf(_ network: Network?, _ name: String) -> Bool {
    if let network { return network.contains(address) }
    return digest.authenticated.contains { DomainName.isWithin($0, name) }
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
