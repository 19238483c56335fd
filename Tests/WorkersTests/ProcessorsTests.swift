import Synchronization
import Testing

@testable import Workers

@Suite struct ProcessorsTests {
  @Test(arguments: [0, 1, 2, 8, 2000])
  func everyItemIsDoneOnceAndResultsAreInOrder(workers: Int) {
    let doubles = Processors.map(Array(0..<1000), workers: workers) {
    } each: { _, item in
      item * 2
    }
    #expect(doubles == (0..<1000).map { $0 * 2 })
  }

  @Test func aWorkerKeepsItsStateFromItemToItem() {
    final class Seen { var items: [Int] = [] }
    let made = Mutex(0)
    let places = Processors.map(Array(0..<500), workers: 2) {
      made.withLock { $0 += 1 }
      return Seen()
    } each: { seen, item in
      seen.items.append(item)
      return seen.items.count
    }
    // Each state counts its own items from one on, so as many items are the first as states exist.
    #expect(places.filter { $0 == 1 }.count <= made.withLock(\.self))
    #expect(places.count == 500)
    #expect(made.withLock { (1...2).contains($0) })
  }

  @Test func nothingIsMadeOfNothing() {
    let made = Processors.map([Int](), workers: 4) {
      Issue.record("a worker was started")
    } each: { _, item in
      item
    }
    #expect(made == [])
  }

  @Test func thereIsAProcessorToRunOn() { #expect(Processors.count >= 1) }
}
