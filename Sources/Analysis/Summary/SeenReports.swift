import DMARC
import ReportStore

/// What the reports of a window have, each once.
struct SeenReports {
  private(set) var days: Set<Day> = []
  private(set) var reporters: Set<Int> = []
  private(set) var policyDomains: Set<Int> = []
  private(set) var trust: [Trust: Int] = [:]

  init(_ reports: [ReportFact]) {
    for report in reports {
      days.insert(report.day)
      reporters.insert(report.reporter)
      policyDomains.insert(report.policyDomain)
      trust[report.trust, default: 0] += 1
    }
  }
}
