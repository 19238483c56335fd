import DMARC
import ReportStore

/// What the reports of a window have, each once.
struct SeenReports {
  private(set) var days: Set<Day> = []
  private(set) var reporters: Set<Int> = []
  private(set) var policyDomains: Set<Int> = []
  private(set) var trust: [Trust: Int] = [:]

  /// Reports are large: they are looked at where they are.
  init(_ reports: [ReportFact]) {
    for index in reports.indices {
      days.insert(reports[index].day)
      reporters.insert(reports[index].reporter)
      policyDomains.insert(reports[index].policyDomain)
      trust[reports[index].trust, default: 0] += 1
    }
  }
}
