import DMARC
import ReportStore
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
    let summary = Summary(of: facts, by: grouping, senders: SenderNames())
    #expect(summary.rows.map(\.totals.messages) == [6, 6, 3])
    #expect(summary.rows.map(\.evidence) == [[1], [4_000_000_000 % 7], [0]])
    #expect(summary.totals.messages == 15)
  }
}
