import Facts
import Testing

struct IDMapTests {
  /// Numbers at the edges of words, and words without any.
  private static let numbers = [0, 1, 62, 63, 64, 127, 128, 700, 701, 4095]
  private static let values = Dictionary(uniqueKeysWithValues: numbers.map { ($0, "n\($0)") })

  @Test func everyNumberHasItsOwnValueAndOthersHaveNone() {
    let map = IDMap(Self.values)
    #expect((-70...5000).map { map[$0] } == (-70...5000).map { Self.values[$0] })
    #expect(map.ids == Self.numbers)
    #expect(map.values == Self.numbers.map { "n\($0)" })
    #expect(map.mapValues(\.count)[700] == 4)
  }

  @Test func aMapOfNothingHasNothing() {
    let map = IDMap<String>()
    #expect((map[0], map.count, map.ids) == (nil, 0, []))
  }

  @Test func numbersOutOfOrderAreLeftOut() {
    var map = IDMap<String>()
    for (number, value) in [(70, "first"), (70, "again"), (3, "before"), (71, "next")] {
      map.append(value, for: number)
    }
    #expect((map.ids, map.values) == ([70, 71], ["first", "next"]))
  }

  @Test func valuesOfAnotherMapStandBesideTheFirstAndBeforeThem() {
    var map = IDMap([1: "one", 200: "old"])
    map.merge(IDMap([0: "zero", 200: "new"]))
    #expect((map.ids, map.values) == ([0, 1, 200], ["zero", "one", "new"]))
  }
}
