import DMARC
import Testing

@testable import Analysis

struct NumberingTests {
  @Test func equalKeysHaveEqualNumbersInTheOrderTheyWereMetIn() {
    var numbering = Numbering<Pair>(expecting: 1)
    let keys = (0..<1000).map { Pair($0 % 40, $0 / 40) }
    #expect(keys.map { numbering.number(of: $0) } == Array(0..<1000))
    #expect(keys.map { numbering.number(of: $0) } == Array(0..<1000))
    #expect(numbering.keys == keys)
  }

  @Test func aKeyThatWasNotMetHasNoNumber() {
    var numbering = Numbering<Network>(expecting: 0)
    let known = Network.neighbourhood(of: SourceAddress("192.0.2.1") ?? .unknown)
    #expect(numbering.find(known) == nil)
    #expect(numbering.number(of: known) == 0)
    #expect(numbering.find(known) == 0)
    #expect(numbering.find(.neighbourhood(of: .unknown)) == nil)
  }

  @Test func aSetOfMarksIsEmptiedAtOnce() {
    var marks = MarkSet(count: 3)
    #expect([0, 2, 0, 2].map { marks.insert($0) } == [true, true, false, false])
    marks.clear()
    #expect([0, 1, 0].map { marks.insert($0) } == [true, true, false])
  }
}
