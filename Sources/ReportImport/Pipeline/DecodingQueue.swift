/// Hands items out to decoders and their steps, in the order of the items, to the writer.
///
/// Items go out in blocks: waking another thread costs as much as reading a small mail. Bounded
/// thrice: decoders run at most `window` blocks ahead of the writer, so that they need not stop
/// while it commits; but not with more than `mostWaiting` records; and a large report waits once it
/// is `stepsAhead` batches ahead. So memory does not grow with the mailbox, and what the writer
/// sees does not depend on how many decoders there are.
final class DecodingQueue: @unchecked Sendable {
  private static let window = 48
  private static let mostItemsPerBlock = 8
  private static let mostWaiting = 6144
  private static let stepsAhead = 4

  private let monitor = Monitor()
  private let itemCount: Int
  private let itemsPerBlock: Int
  let blockCount: Int
  private var nextToDecode = 0
  private var nextToWrite = 0
  private var steps: [[DecodingStep]]
  /// Records in them.
  private var waiting = 0
  private var isStopped = false

  /// A queue of so many items for so many decoders, all of which get some.
  init(itemCount: Int, decoders: Int) {
    self.itemCount = itemCount
    itemsPerBlock = max(1, min(Self.mostItemsPerBlock, itemCount / (4 * decoders)))
    blockCount = (itemCount + itemsPerBlock - 1) / itemsPerBlock
    steps = Array(repeating: [], count: Self.window)
  }

  // MARK: Decoders

  /// The number of the next block to decode; `nil` when there is none, or the writer has stopped.
  func claim() -> Int? {
    monitor.locked {
      while !isStopped, nextToDecode < blockCount, nextToDecode >= nextToWrite + Self.window {
        monitor.waitForRoom()
      }
      guard !isStopped, nextToDecode < blockCount else { return nil }
      defer { nextToDecode += 1 }
      return nextToDecode
    }
  }

  /// The items of a block.
  func items(of block: Int) -> Range<Int> {
    block * itemsPerBlock..<min(itemCount, (block + 1) * itemsPerBlock)
  }

  /// Hands over steps of a block; waits while too many of them are not written yet.
  ///
  /// Returns whether the writer still wants more.
  func hand(_ new: [DecodingStep], of block: Int) -> Bool {
    let weight = Self.weight(new)
    return monitor.locked {
      while !isStopped, mustWait(block, weight) { monitor.waitForRoom() }
      steps[block % Self.window].append(contentsOf: new)
      waiting += weight
      if block == nextToWrite { monitor.signalWork() }
      return !isStopped
    }
  }

  /// Whether there is too much before the writer; never too much of what it is waiting for.
  private func mustWait(_ block: Int, _ weight: Int) -> Bool {
    steps[block % Self.window].count >= Self.stepsAhead
      || (block != nextToWrite && waiting + weight > Self.mostWaiting)
  }

  private static func weight(_ steps: [DecodingStep]) -> Int {
    steps.reduce(0) { $0 + $1.records }
  }

  // MARK: The writer

  /// The steps there are of the block in turn; waits until there are some.
  func take() -> [DecodingStep] {
    monitor.locked {
      let slot = nextToWrite % Self.window
      while steps[slot].isEmpty { monitor.waitForWork() }
      defer { monitor.signalRoom() }
      let taken = steps[slot]
      steps[slot].removeAll()
      waiting -= Self.weight(taken)
      return taken
    }
  }

  /// The block in turn is written.
  func advance() {
    monitor.locked {
      nextToWrite += 1
      monitor.signalRoom()
    }
  }

  /// Ends the work of the decoders at their next step.
  func stop() {
    monitor.locked {
      isStopped = true
      monitor.signalRoom()
    }
  }
}
