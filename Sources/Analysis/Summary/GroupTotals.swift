import DMARC
import Facts

/// What one group of a summary adds up to; there may be hundreds of thousands.
struct GroupTotals {
  /// What it is about, as a number: `SummaryKeys` says what that means.
  let number: Int
  private var first: Int32 = .max
  private var last: Int32 = .min
  private(set) var totals = TrafficTotals()
  /// The first 64 reporters, a bit each.
  private var firstReporters: UInt64 = 0
  private var otherReporters: Int32 = 0

  /// A group with nothing in it yet.
  init(number: Int) {
    self.number = number
  }

  /// The first UTC day with such messages.
  var firstDay: Day { Day(number: Int(first)) }
  /// The last UTC day with such messages.
  var lastDay: Day { Day(number: Int(last)) }
  /// How many organizations reported the messages.
  var reporters: Int { firstReporters.nonzeroBitCount + Int(otherReporters) }

  /// Adds a fact, without who reported it.
  @inline(__always)
  mutating func add(_ fact: TrafficFact, _ marks: EvaluationMarks) {
    totals.add(fact.messages, marks, differing: marks.differ(fromCode: fact.recomputedCode))
    let day = Int32(clamping: fact.day.number)
    first = min(first, day)
    last = max(last, day)
  }

  /// Adds one of the first 64 reporters.
  @inline(__always)
  mutating func addFirstReporter(_ reporter: Int) { firstReporters |= 1 << UInt64(reporter) }

  /// Adds a reporter who is none of the first 64, and was not added before.
  mutating func addOtherReporter() { otherReporters &+= 1 }
}
