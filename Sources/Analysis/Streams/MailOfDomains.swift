import DMARC
import ReportStore

/// The mail of a window by policy domain, ready to be sorted.
struct MailOfDomains {
  let policyDomains: [Int]
  private let mail: [Int: [Mail]]
  private let decisions: Decisions
  private let siblings: Set<String>
  private let window: ClosedRange<Day>

  init(
    facts: WindowFacts, domains: any OrganizationalDomains,
    established: Set<EstablishedReporters.Key>
  ) {
    var reader = MailReader(names: facts.names, domains: domains, established: established)
    var mail: [Int: [Mail]] = [:]
    for fact in facts.traffic { mail[fact.policyDomain, default: []].append(reader.read(fact)) }
    self.mail = mail
    policyDomains = Set(facts.reports.map(\.policyDomain)).union(mail.keys).sorted()
    decisions = Decisions(facts.decisions)
    window = facts.window
    siblings = Set(
      established.compactMap { key in
        facts.names.domains[key.domain].flatMap(domains.organizationalDomain(of:))
      })
  }

  func sorted(_ policyDomain: Int, _ thresholds: ReadinessThresholds) -> SortedMail {
    SortedMail(
      mail[policyDomain] ?? [], decisions: decisions, siblings: siblings, thresholds: thresholds,
      window: window)
  }
}
