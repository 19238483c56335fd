/// Values by row number of the store.
///
/// A bit a number says which there are, and each word of bits where its values begin: numbers are
/// dense, and windows have hundreds of thousands that are looked up once a fact.
public struct IDMap<Value> {
  @usableFromInline var words: [UInt64] = []
  /// By word: how many values come before its own.
  @usableFromInline var starts: [Int] = []
  /// The values, in order of their numbers.
  public private(set) var values: [Value] = []

  /// A map of nothing.
  public init() {}

  /// The values of a dictionary.
  public init(_ values: [Int: Value]) {
    for (id, value) in values.sorted(by: { $0.key < $1.key }) { append(value, for: id) }
  }

  /// How many numbers have a value.
  public var count: Int { values.count }

  /// The numbers that have a value, in order.
  public var ids: [Int] { words.isEmpty ? [] : IDSet(words: words, count: count).members }

  /// The value of a number.
  @inlinable public subscript(id: Int) -> Value? {
    let word = id >> 6
    guard id >= 0, word < words.count else { return nil }
    let bit: UInt64 = 1 << UInt64(id & 63)
    guard words[word] & bit != 0 else { return nil }
    return values[starts[word] + (words[word] & (bit - 1)).nonzeroBitCount]
  }

  /// Adds the value of a number that is higher than all before it; others are left out.
  mutating func append(_ value: Value, for id: Int) {
    let word = id >> 6
    let bit: UInt64 = 1 << UInt64(id & 63)
    guard id >= 0, word >= words.count - 1, word >= words.count || words[word] < bit else { return }
    if word >= words.count {
      let missing = word + 1 - words.count
      words.append(contentsOf: repeatElement(0, count: missing))
      starts.append(contentsOf: repeatElement(count, count: missing))
    }
    words[word] |= bit
    values.append(value)
  }

  /// The same numbers with other values.
  public func mapValues<Other>(_ transform: (Value) -> Other) -> IDMap<Other> {
    var map = IDMap<Other>()
    map.words = words
    map.starts = starts
    map.values = values.map(transform)
    return map
  }

  /// Adds the values of another map, which stand where both have one.
  mutating func merge(_ other: IDMap) {
    guard count > 0 else { return self = other }
    let all = Dictionary(zip(ids, values)) { $1 }
    self = IDMap(all.merging(zip(other.ids, other.values)) { $1 })
  }
}

extension IDMap: Sendable where Value: Sendable {}
