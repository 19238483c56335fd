import DMARC

/// How well the reports of established reporters cover the window for one domain.
struct Coverage {
  let window: ClosedRange<Day>
  /// Days with a report.
  let reported: Set<Day>
  /// Days with passing mail, from which the week's rhythm is read.
  let mailed: Set<Day>
  /// Days of the window on which a report is to be expected, in order.
  private let expected: [Day]
  private let restsOnWeekends: Bool

  init(window: ClosedRange<Day>, reported: Set<Day>, mailed: Set<Day>) {
    self.window = window
    self.reported = reported
    self.mailed = mailed
    let weekends = window.filter(Week.isWeekend)
    let busy = weekends.filter(mailed.contains).count
    // A report is to be expected of a weekend where most weekends have mail.
    restsOnWeekends = busy * 4 < weekends.count * 3
    expected = restsOnWeekends ? window.filter { !Week.isWeekend($0) } : Array(window)
  }

  /// How many days a report is to be expected on.
  var expectedCount: Int { expected.count }
  /// On how many of them there is one.
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
  ///
  /// The window moves a day at a time: what it loses is an old day, what it gains is covered.
  func earliest(share: Double, longestGap limit: Int) -> Day? {
    var covered = covered
    var count = expected.count
    let gapEnd = endOfGap(limit)
    for later in 0...window.count {
      let start = window.lowerBound.advanced(by: later)
      if Double(covered) >= share * Double(count), gapEnd.map({ start > $0 }) ?? true {
        return window.upperBound.advanced(by: later)
      }
      if isExpected(start) {
        count -= 1
        if reported.contains(start) { covered -= 1 }
      }
      if isExpected(window.upperBound.advanced(by: later + 1)) {
        count += 1
        covered += 1
      }
    }
    return nil
  }

  /// The day that the window must have left behind for its last long gap to be short enough.
  private func endOfGap(_ limit: Int) -> Day? {
    var run: [Day] = []
    var end: Day?
    for day in expected {
      if reported.contains(day) { run = [] } else { run.append(day) }
      if run.count > limit { end = run[run.count - limit - 1] }
    }
    return end
  }

  private func isExpected(_ day: Day) -> Bool { !(restsOnWeekends && Week.isWeekend(day)) }
}
