import DMARC
import Facts

/// What is new about the imports since it was last asked.
struct StoreWatch {
  let status: StoreStatus
  let problems: [StoredProblem]
  let options: AlertOptions
  /// In UTC seconds.
  let now: Int64

  /// The alerts; `memory` is told what to remember.
  func alerts(_ memory: inout WatchMemory) -> [Alert] {
    [staleImport(&memory), newProblems(&memory)].compactMap(\.self)
  }

  private func staleImport(_ memory: inout WatchMemory) -> Alert? {
    // Of one that did not come to its end only its begin is known.
    let last = status.lastImport.map { $0.finished ?? $0.started }
    let isStale = last.map { now - $0 > Int64(options.importHours) * 3600 } ?? true
    let known = memory.value(.importStale) != nil
    if isStale { memory.keep("", .importStale) }
    guard isStale != known else { return nil }
    return Alert(matter: .importStale(since: last), isOver: !isStale)
  }

  private func newProblems(_ memory: inout WatchMemory) -> Alert? {
    let told = memory.value(.problems).flatMap { Int64($0) }
    let newest = problems.map(\.firstSeen).max()
    memory.keep(String([told, newest].compactMap(\.self).max() ?? 0), .problems)
    // What there was when it is first asked is listed by `problems`, and is no news.
    guard let told else { return nil }
    let new = problems.count { !$0.isAcknowledged && $0.firstSeen > told }
    return new > 0 ? Alert(matter: .problems(new)) : nil
  }
}
