/// A list of plain values in memory the owner frees; emptied and filled for every record.
struct Items<Item> {
  private(set) var base: UnsafeMutablePointer<Item>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 16) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  func free() { base.deallocate() }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ item: Item) {
    if count == capacity { grow() }
    (base + count).initialize(to: item)
    count &+= 1
  }

  /// Takes the last item away; there must be one.
  @inline(__always)
  mutating func removeLast() -> Item {
    count &-= 1
    return base[count]
  }

  /// The last item; there must be one.
  var last: Item {
    @inline(__always) get { base[count &- 1] }
    @inline(__always) nonmutating set { base[count &- 1] = newValue }
  }

  /// A copy, to be put back later.
  var values: [Item] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// Puts others in the place of all.
  mutating func replace(with items: [Item]) {
    removeAll()
    for item in items { append(item) }
  }

  private mutating func grow() {
    let moved = UnsafeMutablePointer<Item>.allocate(capacity: capacity * 2)
    moved.update(from: base, count: count)
    base.deallocate()
    base = moved
    capacity *= 2
  }
}
