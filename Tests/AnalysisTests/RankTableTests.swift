import Testing

@testable import Analysis

struct RankTableTests {
  @Test(arguments: [
    [], [0], [63, 64, 1, 0, 64], [5, 5, 5], [1 << 24 - 1, 3], [1 << 24, 3],
    [-1, .min, .max, 7, 4_000_000_000, 7, 4_000_000_001],
    (0..<1000).map { $0 * 37 % 1009 },
    // The table doubles, and must not take in what was put with the others before.
    [17_000_000, 9_000_000, 9_100_000, 17_000_000],
  ])
  func everyNumberHasTheRankOfItsPlaceInTheList(numbers: [Int]) {
    let table = RankTable(numbers)
    #expect(Set(table.numbers) == Set(numbers))
    #expect(table.numbers.count == table.count)
    #expect(table.count == Set(numbers).count)
    #expect(table.numbers.map(table.rank) == Array(0..<table.count))
  }

  @Test func aNumberThatWasNotInsertedHasNoRank() {
    let table = RankTable([2, 64, 1 << 24, 1 << 40])
    for number in [-1, 0, 1, 3, 63, 65, 127, 128, 1 << 24 - 1, 1 << 24 + 1, .min, .max] {
      #expect(table.rank(of: number) == nil, "\(number)")
    }
  }

  @Test func ofNumbersThatAreLowTheRanksAreInOrder() {
    let table = RankTable([900, 3, 70, 12])
    #expect([3, 12, 70, 900].map(table.rank) == [0, 1, 2, 3])
  }
}
