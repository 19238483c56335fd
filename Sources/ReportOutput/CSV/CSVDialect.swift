/// How CSV is written for a reader: what RFC 4180 has, unless a spreadsheet's language wants another
/// form.
public struct CSVDialect: Hashable, Sendable {
  /// What stands between fields.
  public enum Separator: String, Sendable, CaseIterable {
    case comma = ","
    case semicolon = ";"
    case tab = "tab"

    /// The byte itself.
    var byte: UInt8 {
      switch self {
      case .comma: UInt8(ascii: ",")
      case .semicolon: UInt8(ascii: ";")
      case .tab: UInt8(ascii: "\t")
      }
    }
  }

  /// What stands before the decimals of a share.
  public enum Decimal: String, Sendable, CaseIterable { case point, comma }

  /// What stands between fields.
  public var separator = Separator.comma
  /// What stands before the decimals of a share.
  public var decimal = Decimal.point
  /// Whether it is for a spreadsheet that takes it for UTF-8 only with a byte order mark, and makes
  /// numbers of long ids, of which it keeps fifteen digits.
  public var isForExcel = false

  /// The form of RFC 4180.
  public init() {}
}
