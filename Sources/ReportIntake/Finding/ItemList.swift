/// The items of an inbox; kept as bytes, made into items when asked for.
public struct ItemList: Sendable, RandomAccessCollection {
  /// How many messages the caller had seen; they are not in the list.
  public internal(set) var seen = 0
  /// What was left out and why.
  public internal(set) var skipped: [SkippedEntry] = []

  public var startIndex: Int { 0 }
  public var endIndex: Int { 0 }

  public subscript(position: Int) -> IntakeItem {
    IntakeItem(name: "", identity: nil)
  }
}
