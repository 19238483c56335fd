import DMARC
import ReportStore
import Testing

@testable import Analysis

struct SummarySorterTests {
  /// Rows of which many have equally many messages.
  private let rows = (0..<200).map { number in
    let day = Day(number: number % 5)
    var row = SummaryRow(key: .source(number * 37 % 200), firstDay: day, lastDay: day)
    row.totals.messages = Int64(number * number % 11)
    return row
  }

  @Test(arguments: [SummaryOrder.messages, .failing, .recent, .name])
  func theRowsWantedAreTheFirstOfAll(order: SummaryOrder) {
    let sorter = SummarySorter(names: Names(), order: order)
    let all = sorter.first(nil, of: Array(rows.indices), in: rows)
    #expect(all.sorted() == Array(rows.indices))
    for limit in [0, 1, 2, 40, 99, 100, 199, 200, 1000, .max] {
      #expect(
        sorter.first(limit, of: Array(rows.indices), in: rows) == Array(all.prefix(limit)),
        "\(limit)")
    }
  }

  @Test func mostMessagesComeFirstAndEqualOnesByAddress() {
    let all = SummarySorter(names: Names(), order: .messages)
      .first(nil, of: Array(rows.indices), in: rows).map { rows[$0] }
    for (a, b) in zip(all, all.dropFirst()) {
      #expect(
        a.totals.messages > b.totals.messages
          || (a.totals.messages == b.totals.messages && a.key.source < b.key.source))
    }
  }
}

extension SummaryRow.Key {
  fileprivate var source: Int { if case .source(let id) = self { id } else { -1 } }
}
