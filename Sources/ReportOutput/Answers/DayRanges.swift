package import DMARC

/// Days as people list them: runs as "2026-09-01 to 2026-09-04".
package enum DayRanges {
  /// The days in order.
  package static func text(_ days: [Day]) -> String {
    var runs: [ClosedRange<Day>] = []
    for day in days.sorted() {
      if let last = runs.last, last.upperBound.distance(to: day) == 1 {
        runs[runs.count - 1] = last.lowerBound...day
      } else {
        runs.append(day...day)
      }
    }
    return runs.map { run in
      run.count == 1 ? run.lowerBound.text : "\(run.lowerBound.text) to \(run.upperBound.text)"
    }.joined(separator: ", ")
  }
}
