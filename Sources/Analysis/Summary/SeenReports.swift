import DMARC
import Facts

/// What the reports of a window have, each once.
struct SeenReports {
  private(set) var days: Set<Day> = []
  private(set) var reporters: Set<Int> = []
  private(set) var policyDomains: Set<Int> = []
  private(set) var trust: [Trust: Int] = [:]

  /// Reports come by domain and day, so that most are like the one before.
  init(_ reports: [ReportFact]) {
    var (lastDay, lastDomain): (Day?, Int?) = (nil, nil)
    for report in reports {
      if report.day != lastDay { days.insert(report.day) }
      if report.policyDomain != lastDomain { policyDomains.insert(report.policyDomain) }
      (lastDay, lastDomain) = (report.day, report.policyDomain)
    }
    reporters = Set(reports.lazy.map(\.reporter))
    for kind in Trust.allCases {
      let count = reports.count { $0.trust == kind }
      if count > 0 { trust[kind] = count }
    }
  }
}
