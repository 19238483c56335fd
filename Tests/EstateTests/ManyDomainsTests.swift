import DMARC
import Facts
import PublicSuffix
import Testing

@testable import Analysis

struct ManyDomainsTests {
  @Test func theAnswersDoNotDependOnTheNumberOfThreads() throws {
    let facts = try GeneratedMailbox.facts(reports: 400, domains: PublicSuffixList())
    var options = ReadinessOptions()
    options.workers = 1
    let readiness = readiness(facts, options)
    let whatIf = whatIf(facts, options)
    #expect(readiness.count > 30)
    for workers in [2, 5] {
      options.workers = workers
      #expect(self.readiness(facts, options) == readiness)
      #expect(self.whatIf(facts, options) == whatIf)
    }
  }

  private func readiness(_ facts: WindowFacts, _ options: ReadinessOptions) -> [DomainReadiness] {
    ReadinessAnalysis(domains: PublicSuffixList(), options: options).report(on: facts).domains
  }

  private func whatIf(_ facts: WindowFacts, _ options: ReadinessOptions) -> [WhatIfReport] {
    WhatIfAnalysis(domains: PublicSuffixList(), options: options)
      .reports(on: facts, change: WhatIfChange(p: .reject))
  }
}
