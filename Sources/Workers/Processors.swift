import Glibc
import Synchronization

/// The processors of the machine, and work for all of them.
public enum Processors {
  /// How many there are.
  public static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// What `each` makes of the items, in their order, whichever of up to `workers` made it.
  ///
  /// A worker begins with a state of its own, and takes the next item when it is done with one.
  public static func map<Item: Sendable, State, Made: Sendable>(
    _ items: [Item], workers: Int, _ state: @escaping @Sendable () -> State,
    each: @escaping @Sendable (State, Item) -> Made
  ) -> [Made] {
    guard !items.isEmpty else { return [] }
    let next = Counter()
    let made = Slots<Made>(count: items.count)
    let work: @Sendable () -> Void = {
      let state = state()
      while let index = next.take(below: items.count) { made.set(index, each(state, items[index])) }
    }
    // The calling thread works too: where there is no room for another, it does everything.
    let threads = try? Threads(max(1, min(workers, count, items.count)) - 1, work)
    work()
    threads?.wait()
    return made.all
  }
}

/// Hands out numbers from zero on, each of them once.
private final class Counter: Sendable {
  private let next = Atomic(0)

  func take(below count: Int) -> Int? {
    let number = next.add(1, ordering: .relaxed).oldValue
    return number < count ? number : nil
  }
}

/// A place for each result; no two threads write to the same one, and nobody reads before the end.
private final class Slots<Value: Sendable>: @unchecked Sendable {
  private let slots: UnsafeMutableBufferPointer<Value?>

  init(count: Int) {
    slots = .allocate(capacity: count)
    slots.initialize(repeating: nil)
  }

  deinit {
    slots.deinitialize()
    slots.deallocate()
  }

  func set(_ index: Int, _ value: Value) { slots[index] = value }

  var all: [Value] { slots.compactMap(\.self) }
}
