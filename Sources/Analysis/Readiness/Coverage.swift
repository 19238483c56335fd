import DMARC
import Facts

/// How well the reports of established reporters cover the window for one domain.
struct Coverage {
  let window: ClosedRange<Day>
  /// Days with a report.
  let reported: Set<Day>
  /// Days with passing mail, from which the week's rhythm is read.
  let mailed: Set<Day>

  /// Days on which a report is to be expected.
  ///
  /// Where next to no weekend day has passing mail, weekends are not expected to have reports.
  var expected: [Day] {
    let weekends = window.filter(Weekend.isWeekend)
    let busy = weekends.filter(mailed.contains).count
    return busy * 4 > weekends.count ? Array(window) : window.filter { !Weekend.isWeekend($0) }
  }

  var covered: Int { expected.filter(reported.contains).count }

  /// The longest run of expected days without a report.
  var longestGap: Int {
    expected.reduce(into: (run: 0, longest: 0)) { gap, day in
      gap.run = reported.contains(day) ? 0 : gap.run + 1
      gap.longest = max(gap.longest, gap.run)
    }.longest
  }

  /// Days the newest report is older than the end of the window.
  var age: Int {
    reported.max().map { window.upperBound.number - $0.number } ?? window.count
  }

  /// The first day on which enough days can be covered, if every day from now on is.
  func earliest(share: Double, longestGap: Int) -> Day? {
    (0...window.count).lazy.map { Int($0) }.first { later in
      let moved = shifted(by: later)
      return Double(moved.covered) >= share * Double(moved.expected.count)
        && moved.longestGap <= longestGap
    }.map { window.upperBound.advanced(by: $0) }
  }

  private func shifted(by days: Int) -> Coverage {
    let moved = window.lowerBound.advanced(by: days)...window.upperBound.advanced(by: days)
    let coming = (0..<days).map { window.upperBound.advanced(by: $0 + 1) }
    return Coverage(window: moved, reported: reported.union(coming), mailed: mailed)
  }
}
