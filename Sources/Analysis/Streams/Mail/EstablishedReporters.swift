import DMARC
import Facts

/// Finds the reporters whose word may help a domain forward.
///
/// Anybody can mail a report. One that counts towards `ready` has been coming for days, so that
/// a single forged report, whatever it says and whenever it claims to be from, adds nothing.
struct EstablishedReporters {
  struct Key: Hashable {
    let domain: Int
    let reporter: Int
  }

  let thresholds: ReadinessThresholds
  /// Whether only reports whose mail was verified count.
  let verifiedOnly: Bool

  func find(in reports: [ReportFact]) -> Set<Key> {
    var days: [Key: Set<Day>] = [:]
    for report in reports where counts(report) {
      days[Key(domain: report.policyDomain, reporter: report.reporter), default: []]
        .insert(report.day)
    }
    return Set(days.filter { isEstablished($0.value) }.keys)
  }

  /// The established reporters, and all those of domains that have none.
  func relied(_ established: Set<Key>, in reports: [ReportFact]) -> Set<Key> {
    let domains = Set(established.map(\.domain))
    return reports.reduce(into: established) { relied, report in
      guard !domains.contains(report.policyDomain), counts(report) else { return }
      relied.insert(Key(domain: report.policyDomain, reporter: report.reporter))
    }
  }

  func counts(_ report: ReportFact) -> Bool {
    verifiedOnly ? report.trust == .verified : report.trust != .contradicted
  }

  private func isEstablished(_ days: Set<Day>) -> Bool {
    guard let first = days.min(), let last = days.max() else { return false }
    return days.count >= thresholds.establishedDays
      && last.number - first.number >= thresholds.establishedSpan
  }
}
