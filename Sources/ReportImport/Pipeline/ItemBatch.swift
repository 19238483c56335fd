import ReportIntake

/// The items of one inbox, and which of them are only to be acted on.
struct ItemBatch: Sendable {
  private let items: ItemList
  /// Items that earlier runs have dealt with: in the list only for what `--after` asks.
  private let dealtWith: Set<Int>

  init(_ items: ItemList, dealtWith: Set<Int> = []) {
    self.items = items
    self.dealtWith = dealtWith
  }

  var count: Int { items.count }

  func items(_ range: Range<Int>) -> [IntakeItem] { items.items(range) }

  func mustOpen(_ index: Int) -> Bool { !dealtWith.contains(index) }
}
