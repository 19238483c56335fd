import DMARC

/// Hands items out to decoders and their steps, in the order of the items, to the writer.
///
/// Bounded twice: decoders run at most `window` items ahead of the writer, and a large report
/// waits once it is `stepsAhead` batches ahead. So memory does not grow with the mailbox, and what
/// the writer sees does not depend on how many decoders there are.
final class DecodingQueue: @unchecked Sendable {
  private static let window = 64
  private static let stepsAhead = 4
  private static let mostSpareBatches = 96

  private let monitor = Monitor()
  private let itemCount: Int
  private var nextToDecode = 0
  private var nextToWrite = 0
  private var steps: [[DecodingStep]]
  private var spare: [RecordBatch] = []
  private var isStopped = false

  init(itemCount: Int) {
    self.itemCount = itemCount
    steps = Array(repeating: [], count: Self.window)
  }

  // MARK: Decoders

  /// The next item to decode; `nil` when there is none, or the writer has stopped.
  func claim() -> Int? {
    monitor.locked {
      while !isStopped, nextToDecode < itemCount, nextToDecode >= nextToWrite + Self.window {
        monitor.waitForRoom()
      }
      guard !isStopped, nextToDecode < itemCount else { return nil }
      defer { nextToDecode += 1 }
      return nextToDecode
    }
  }

  /// Hands over steps of an item; waits while too many of them are not written yet.
  ///
  /// Returns whether the writer still wants more.
  func hand(_ new: [DecodingStep], of item: Int) -> Bool {
    monitor.locked {
      let slot = item % Self.window
      while !isStopped, steps[slot].count >= Self.stepsAhead { monitor.waitForRoom() }
      steps[slot].append(contentsOf: new)
      if item == nextToWrite { monitor.signalWork() }
      return !isStopped
    }
  }

  /// An empty batch, used before where there is one.
  func batch() -> RecordBatch {
    monitor.locked { spare.popLast() } ?? RecordBatch()
  }

  // MARK: The writer

  /// The steps there are of the item in turn; waits until there are some.
  func take() -> [DecodingStep] {
    monitor.locked {
      let slot = nextToWrite % Self.window
      while steps[slot].isEmpty { monitor.waitForWork() }
      defer { monitor.signalRoom() }
      let taken = steps[slot]
      steps[slot].removeAll(keepingCapacity: true)
      return taken
    }
  }

  /// The item in turn is written.
  func advance() {
    monitor.locked {
      nextToWrite += 1
      monitor.signalRoom()
    }
  }

  /// Gives a batch back for use.
  func recycle(_ batch: RecordBatch) {
    batch.clear()
    monitor.locked {
      if spare.count < Self.mostSpareBatches { spare.append(batch) }
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
