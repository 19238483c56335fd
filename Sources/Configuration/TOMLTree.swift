import TOMLKit

/// What a TOML document says, as values of our own.
///
/// TOMLKit's values point into the document they are from; these outlive it.
indirect enum TOMLTree {
  case text(String)
  case integer(Int)
  case number(Double)
  case list([TOMLTree])
  case table([String: TOMLTree])
  /// A truth value or a time, which no setting is.
  case other

  /// Reads a document; throws `TOMLParseError`.
  init(document: String) throws {
    let table = try TOMLTable(string: document)
    self = withExtendedLifetime(table) { .init(table) }
  }

  private init(_ table: TOMLTable) {
    self = .table(
      Dictionary(
        uniqueKeysWithValues: table.keys.compactMap { key in
          table[key].map { (key, TOMLTree($0)) }
        }))
  }

  private init(_ value: any TOMLValueConvertible) {
    self =
      switch value.type {
      case .string: value.string.map(TOMLTree.text) ?? .other
      case .int: value.int.map(TOMLTree.integer) ?? .other
      case .double: value.double.map(TOMLTree.number) ?? .other
      case .array: .list(value.array?.map { TOMLTree($0) } ?? [])
      case .table: value.table.map { TOMLTree($0) } ?? .other
      case .bool, .date, .time, .dateTime: .other
      }
  }

  /// Whether there is something under a path of keys.
  func contains(_ path: ArraySlice<String>) -> Bool {
    guard let key = path.first else { return true }
    guard case .table(let members) = self, let member = members[key] else { return false }
    return member.contains(path.dropFirst())
  }
}
