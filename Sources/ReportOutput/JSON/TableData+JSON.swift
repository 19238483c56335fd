internal import DMARC

extension TableData {
  /// The rows as an array of objects named by the columns' keys.
  public var jsonRows: JSONValue { .array(rows.map(object)) }

  /// The total as such an object, or null.
  public var jsonTotal: JSONValue { total.map(object) ?? .null }

  private func object(_ cells: [Cell]) -> JSONValue {
    .object(
      columns.enumerated().map { index, column in
        JSONMember(column.key, index < cells.count ? cells[index].json : .null)
      })
  }
}

extension Cell {
  /// The cell as a JSON value.
  public var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .count(let number): .integer(number)
    case .share(let share): .number(DecimalText.rounded(share))
    case .day(let day): .string(day.text)
    case .flag(let flag): .bool(flag)
    case .list(let items): .array(items.map { .string($0) })
    case .empty: .null
    }
  }
}
