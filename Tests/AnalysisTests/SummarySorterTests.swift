import DMARC
import Facts
import Testing

@testable import Analysis

struct SummarySorterTests {
  /// Groups of which many have equally many messages.
  private let groups = {
    var groups = SummaryGroups(Names(), grouping: .source)
    let facts = (0..<200).map { number in
      TrafficFact(
        day: Day(number: number % 5), policyDomain: 1, headerFrom: nil,
        source: number * 37 % 200, reporter: 1, evaluation: 1, evidence: 1, recomputed: .unknown,
        messages: MessageCount(Int64(number * number % 11)))
    }
    groups.add([facts[...]])
    return groups
  }()

  private func first(_ limit: Int?, by order: SummaryOrder) -> [Int] {
    SummarySorter(groups: groups, order: order).first(limit, of: Array(0..<200))
  }

  @Test(arguments: [SummaryOrder.messages, .failing, .recent, .new, .name])
  func theGroupsWantedAreTheFirstOfAll(order: SummaryOrder) {
    let all = first(nil, by: order)
    #expect(all.sorted() == Array(0..<200))
    for limit in [0, 1, 2, 40, 99, 100, 199, 200, 1000, .max] {
      #expect(first(limit, by: order) == Array(all.prefix(limit)), "\(limit)")
    }
  }

  @Test func mostMessagesComeFirstAndEqualOnesByAddress() {
    let all = first(nil, by: .messages)
    for (a, b) in zip(all, all.dropFirst()) {
      let (more, fewer) = (groups.groups[a].totals.messages, groups.groups[b].totals.messages)
      #expect(
        more > fewer || (more == fewer && groups.key(a).source < groups.key(b).source))
    }
  }
}

extension SummaryRow.Key {
  fileprivate var source: Int { if case .source(let id) = self { id } else { -1 } }
}
