import DMARC
import Facts

/// Judges one policy domain.
struct DomainJudge {
  let domain: String
  let options: ReadinessOptions
  let window: ClosedRange<Day>
  /// The reports about it in the window that count.
  let reports: [ReportFact]
  /// All of them, contradicted ones included.
  let allReports: [ReportFact]
  /// Reporters established for it.
  let established: Set<Int>
  /// The same, or all of them where none is established yet.
  let relied: Set<Int>
  /// What was before the window, where it was asked for.
  let history: DomainHistory?
  /// Who reported before the window.
  let reportersBefore: [ReporterBefore]
  /// The policy that reports showed last, before the window if not in it.
  let lastPolicy: PolicyPublished?
  let reporterNames: IDMap<String>
  let sorted: SortedMail

  func judge() -> DomainReadiness {
    let trusted = reports.filter { relied.contains($0.reporter) }
    let policy = policy(trusted)
    let together = isJudgedTogether
    let below = sorted.mail.groups.map(\.isSubdomain)
    let judge = ScopeJudge(
      options: options, window: window, domain: domain, reports: trusted, history: history,
      reportersBefore: reportersBefore,
      established: established, reporterNames: reporterNames, sorted: sorted)
    let subdomains =
      below.contains(true)
      ? judge.judge(below, policy: policy, below: true, extra: []) : nil
    var own = judge.judge(
      below.map { together || !$0 }, policy: policy, below: false,
      extra: [gate(for: subdomains, together)])
    own.silentSince = reports.isEmpty ? history?.lastReport : nil
    var readiness = domainReadiness(policy, own, subdomains, trusted)
    if options.timelines { readiness.timeline = timeline }
    return readiness
  }

  private var timeline: Timeline {
    TimelineWriter(
      window: window, reports: allReports, established: established, reporterNames: reporterNames
    ).timeline(of: sorted)
  }

  /// The policy in force; what holds it back is taken from everybody, since it makes nobody bolder.
  private func policy(_ trusted: [ReportFact]) -> PolicyInForce {
    guard !trusted.isEmpty else { return lastPolicy.map(PolicyInForce.init) ?? PolicyInForce() }
    var policy = PolicyHistory(reports: trusted, window: window).inForce
    let all = PolicyHistory(reports: reports, window: window).inForce
    if policy.testing == nil, all.testing == true { policy.testing = true }
    if policy.pct == nil, let pct = all.pct, pct < 100 { policy.pct = pct }
    return policy
  }

  /// Whether only subdomains send: the domain's own policy is then judged with their mail.
  private var isJudgedTogether: Bool {
    func sends(below: Bool) -> Bool {
      zip(sorted.mail.groups, sorted.items).contains { group, item in
        group.isSubdomain == below
          && (group.passes || (item.weighs || item.isAsked) && group.messages > 0)
      }
    }
    return !sends(below: false) && sends(below: true)
  }

  private func gate(for subdomains: ScopeReadiness?, _ together: Bool) -> Gate {
    let isBehind = subdomains.map { $0.verdict == .fix || $0.verdict == .alarm } ?? false
    return Gate(
      name: .subdomains,
      required: .text(options.subdomainsMayStayBehind ? "held apart by sp" : "not to be fixed"),
      actual: .text(subdomains?.verdict.rawValue ?? "none seen"),
      met: options.subdomainsMayStayBehind || together || !isBehind, isLimit: false)
  }

  private func domainReadiness(
    _ policy: PolicyInForce, _ own: ScopeReadiness, _ subdomains: ScopeReadiness?,
    _ trusted: [ReportFact]
  ) -> DomainReadiness {
    let rule = NextStepRule(
      policy: policy, own: own, subdomains: subdomains, record: options.records[domain])
    let all = trusted.map(\.messages).total()
    let modern = trusted.filter(\.showsRFC9990).map(\.messages).total()
    return DomainReadiness(
      domain: domain, policy: policy, own: own, subdomains: subdomains,
      isJudgedTogether: isJudgedTogether, next: rule.step,
      rfc9990Share: Tally.share(modern, of: all),
      establishedReporters: established.compactMap { reporterNames[$0] }.sorted(),
      messagesOfOthers: max(0, reports.map(\.messages).total() - all),
      newestReport: reports.map(\.day).max() ?? history?.lastReport)
  }
}
