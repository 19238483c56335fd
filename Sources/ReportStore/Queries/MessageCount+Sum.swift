import DMARC

/// Sums by SQLite, in two halves: its `sum` of whole numbers ends with an error where 64 bits are
/// too few, and `total` rounds (https://sqlite.org/lang_aggfunc.html).
extension MessageCount {
  /// The two columns that make a sum of `messages`.
  static let sumInHalves =
    "coalesce(sum(messages >> 32), 0), coalesce(sum(messages & 0xffffffff), 0)"

  /// The sum of these two columns.
  init(high: Int64, low: Int64) {
    self = MessageCount(high) * (1 << 32) + MessageCount(low)
  }
}
