public import DMARC
public import Facts

/// Says of every policy domain whether its policy can move.
///
/// A pure function of the facts of a window: the same facts give the same report.
public struct ReadinessAnalysis {
  private let domains: any OrganizationalDomains
  private let options: ReadinessOptions

  /// An analysis with a way to find organizational domains.
  public init(
    domains: any OrganizationalDomains, options: ReadinessOptions = ReadinessOptions()
  ) {
    self.domains = domains
    self.options = options
  }

  /// The readiness of the domains of the window.
  public func report(on facts: WindowFacts) -> ReadinessReport {
    let mail = MailOfDomains(facts: facts, domains: domains, options: options)
    let reports = Dictionary(grouping: facts.reports, by: \.policyDomain)
    let before = Dictionary(grouping: facts.reportersBefore, by: \.policyDomain)
    let judged = mail.map(asked: options.domains) { [options] id, name, sorted in
      DomainJudge(
        domain: name, options: options, window: facts.window,
        reports: (reports[id] ?? []).filter(mail.rule.counts), allReports: reports[id] ?? [],
        established: Set(mail.established.filter { $0.domain == id }.map(\.reporter)),
        relied: Set(mail.relied.filter { $0.domain == id }.map(\.reporter)),
        history: facts.history[name], reportersBefore: before[id] ?? [], lastPolicy: nil,
        reporterNames: facts.names.reporters, sorted: sorted
      ).judge()
    }
    let known = Set(judged.map(\.domain))
    let silent = facts.history.keys.filter { name in
      !known.contains(name) && options.domains?.contains(name) ?? true
    }
    let told = known.union(facts.history.keys)
    let unheard = options.unheard.filter { !told.contains($0) }
    return ReadinessReport(
      asOf: facts.window.upperBound,
      window: ReportedWindow(facts.window, reported: Set(facts.reports.map(\.day))),
      domains: (judged + (silent + unheard).map { readiness(ofSilent: $0, facts, mail) })
        .sorted { $0.domain < $1.domain })
  }

  /// A domain that no report of the window is about.
  private func readiness(
    ofSilent name: String, _ facts: WindowFacts, _ mail: MailOfDomains
  ) -> DomainReadiness {
    let last = facts.policies.filter { $0.domain == name }.max { $0.lastDay < $1.lastDay }
    return DomainJudge(
      domain: name, options: options, window: facts.window, reports: [],
      allReports: [], established: [],
      relied: [], history: facts.history[name], reportersBefore: [], lastPolicy: last?.policy,
      reporterNames: facts.names.reporters, sorted: MailSorter(mail).sorted(-1)
    ).judge()
  }
}
