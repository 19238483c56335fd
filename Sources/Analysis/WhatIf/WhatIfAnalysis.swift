public import DMARC
public import Facts

/// Says what would have become of a window's mail under another record.
public struct WhatIfAnalysis {
  private let domains: any OrganizationalDomains
  private let options: ReadinessOptions

  /// An analysis with a way to find organizational domains.
  public init(
    domains: any OrganizationalDomains, options: ReadinessOptions = ReadinessOptions()
  ) {
    self.domains = domains
    self.options = options
  }

  /// What would have become of the mail of each policy domain asked about.
  public func reports(on facts: WindowFacts, change: WhatIfChange) -> [WhatIfReport] {
    let mail = MailOfDomains(facts: facts, domains: domains, options: options)
    let judge = WhatIfJudge(change: change, facts: facts, established: mail.established)
    return mail.map(asked: options.domains, judge.report).sorted { $0.domain < $1.domain }
  }
}
