/// The items of an inbox; kept as bytes, made into items when asked for.
public struct ItemList: Sendable, RandomAccessCollection {
  /// How many messages the caller had seen; they are not in the list.
  public private(set) var seen = 0
  /// What was left out and why.
  public internal(set) var skipped: [SkippedEntry] = []
  private var segments: [ItemSegment] = []
  /// Where each segment begins, and the end of the last.
  private var bounds = [0]

  init(_ segments: [ItemSegment] = []) {
    for segment in segments { append(segment) }
  }

  /// Always zero.
  public var startIndex: Int { 0 }
  /// How many items there are.
  public var endIndex: Int { bounds.last ?? 0 }

  /// Makes the item at a position.
  public subscript(position: Int) -> IntakeItem { items(position..<position + 1)[0] }

  /// Makes the items of a range: the names of many mails are in a file, and read together.
  public func items(_ range: Range<Int>) -> [IntakeItem] {
    var items: [IntakeItem] = []
    var index = segment(of: range.lowerBound)
    while items.count < range.count {
      let start = bounds[index]
      let end = Swift.min(range.upperBound, bounds[index + 1])
      items += segments[index].items(range.lowerBound + items.count - start..<end - start)
      index += 1
    }
    return items
  }

  private func segment(of position: Int) -> Int {
    var low = 0
    var high = segments.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if bounds[middle] <= position { low = middle } else { high = middle }
    }
    return low
  }

  /// Adds the items of another list behind those of this one.
  public mutating func append(contentsOf other: ItemList) {
    seen += other.seen
    skipped += other.skipped
    for segment in other.segments { add(segment) }
  }

  mutating func append(_ segment: ItemSegment) {
    if case .maildir(_, let listing, _) = segment { seen += listing.seen }
    add(segment)
  }

  private mutating func add(_ segment: ItemSegment) {
    guard segment.count > 0 else { return }
    segments.append(segment)
    bounds.append(endIndex + segment.count)
  }
}
