import DMARC
import Facts
import Testing

@testable import Analysis

struct SummaryTests {
  /// A damaged roll-up may have any number; none may take memory by its size.
  @Test(arguments: [SummaryGrouping.source, .domain, .headerFrom, .reporter])
  func numbersOfAnySizeAreAddedUp(grouping: SummaryGrouping) {
    let day = Day(number: 20_000)
    var facts = WindowFacts(window: day...day)
    for number in [1, 4_000_000_000, 1, 4_000_000_000, 70] {
      facts.traffic.append(
        TrafficFact(
          day: day, policyDomain: number, headerFrom: number, source: number, reporter: number,
          evaluation: 1, evidence: number % 7, recomputed: .unknown, messages: 3))
    }
    let summary = Summary(of: facts, by: grouping)
    #expect(summary.rows.map(\.totals.messages) == [6, 6, 3])
    #expect(summary.rows.map(\.evidence) == [[1], [4_000_000_000 % 7], [0]])
    #expect(summary.totals.messages == 15)
  }

  /// Named reporters have a bit each as long as they are few; the store may be damaged.
  @Test(arguments: [1, 64, 65, 200], [true, false])
  func everyReporterOfASourceCountsOnce(reporters: Int, named: Bool) {
    let day = Day(number: 20_000)
    var facts = WindowFacts(window: day...day)
    if named {
      facts.names.reporters = IDMap(
        Dictionary(uniqueKeysWithValues: (1...reporters).map { ($0 * 3, "reporter \($0)") }))
    }
    for turn in 0..<3 {
      for reporter in 1...reporters {
        facts.traffic.append(
          TrafficFact(
            day: day.advanced(by: turn), policyDomain: 1, headerFrom: nil, source: 1,
            reporter: reporter * 3, evaluation: 1, evidence: 1, recomputed: .unknown, messages: 1))
      }
    }
    let summary = Summary(of: facts, by: .source)
    #expect(summary.rows.map(\.reporters) == [reporters])
    #expect(summary.rows.map(\.totals.messages) == [MessageCount(Int64(reporters * 3))])
    #expect(summary.rows.map(\.firstDay) == [day])
    #expect(summary.rows.map(\.lastDay) == [day.advanced(by: 2)])
  }

  @Test func daysBefore1970AreDaysLikeOthers() {
    let days = [Day(number: -3), Day(number: 0), Day(number: 20_000)]
    var facts = WindowFacts(window: days[0]...days[2])
    for day in days.reversed() {
      facts.traffic.append(
        TrafficFact(
          day: day, policyDomain: 1, headerFrom: nil, source: 1, reporter: 1, evaluation: 1,
          evidence: 1, recomputed: .unknown, messages: 1))
    }
    let summary = Summary(of: facts, by: .day)
    #expect(summary.rows.map(\.key) == days.map { .day($0) })
  }
}
