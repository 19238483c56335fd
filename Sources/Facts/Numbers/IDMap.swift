/// Values by row number of the store.
///
/// A set says which numbers there are, and each of its words where the word's values begin: numbers
/// are dense, and windows have hundreds of thousands that are looked up once a fact.
public struct IDMap<Value> {
  @usableFromInline var numbers = IDSet()
  /// By word of the set: how many values come before its own.
  @usableFromInline var starts: [Int] = []
  /// The highest number.
  @usableFromInline var last = -1
  @usableFromInline var inOrder: [Value] = []

  /// A map of nothing.
  @inlinable public init() {}

  /// The values of a dictionary.
  @inlinable public init(_ values: [Int: Value]) {
    for (id, value) in values.sorted(by: { $0.key < $1.key }) { append(value, for: id) }
  }

  /// The values, in order of their numbers.
  @inlinable public var values: [Value] { inOrder }

  /// How many numbers have a value.
  @inlinable public var count: Int { inOrder.count }

  /// The numbers that have a value, in order.
  @inlinable public var ids: [Int] { numbers.members }

  /// The value of a number.
  @inlinable public subscript(id: Int) -> Value? {
    numbers.contains(id) ? inOrder[starts[id >> 6] + numbers.countInWord(before: id)] : nil
  }

  /// Adds the value of a number that is higher than all before it; others are left out.
  @inlinable public mutating func append(_ value: Value, for id: Int) {
    guard id > last else { return }
    last = id
    let missing = (id >> 6) + 1 - starts.count
    if missing > 0 { starts.append(contentsOf: repeatElement(count, count: missing)) }
    numbers.insert(id)
    inOrder.append(value)
  }

  /// The same numbers with other values.
  @inlinable public func mapValues<Other>(_ transform: (Value) -> Other) -> IDMap<Other> {
    var map = IDMap<Other>()
    map.numbers = numbers
    map.starts = starts
    map.last = last
    map.inOrder = inOrder.map(transform)
    return map
  }

  /// Adds the values of another map, which stand where both have one.
  @inlinable public mutating func merge(_ other: IDMap) {
    guard count > 0 else { return self = other }
    let all = Dictionary(zip(ids, values)) { $1 }
    self = IDMap(all.merging(zip(other.ids, other.values)) { $1 })
  }
}

extension IDMap: Sendable where Value: Sendable {}
