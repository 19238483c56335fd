import TestSupport

/// The keys of JSON documents and the types of their values, as SQLite reads them.
///
/// A key of an object in an object is `window.from`, one of objects in an array `policies[].p`.
///
/// What an object `subdomains` of a row holds is described as a part of the row, and only there.
struct JSONShape {
  /// The key of the rows.
  private let list: String
  /// The types met under each key: integer, real, text, true, false, null, array, object.
  private(set) var types: [String: Set<String>] = [:]

  init(list: String) { self.list = list }

  /// Takes in the document in a file.
  mutating func add(file: String) throws {
    let rows = try SQLiteReader(":memory:").rows(
      "SELECT fullkey, type FROM json_tree(CAST(readfile('\(file)') AS TEXT))")
    for row in rows where row[0] != "$" {
      let path = row[0].replacing("\"", with: "").replacing(/\[\d+\]/, with: "[]")
        .replacing("\(list)[].subdomains.", with: "\(list)[].")
      let key = String(path.dropFirst(2))
      types[key, default: []].insert(row[1])
    }
  }

  /// The keys at the head of the documents, or of their rows.
  func keys(ofRows: Bool) -> [String] {
    let all = types.keys.filter { !$0.hasSuffix("[]") && !$0.hasPrefix("total.") }
    return all.filter { $0.hasPrefix("\(list)[]") == ofRows }
      .map { ofRows ? String($0.dropFirst("\(list)[].".count)) : $0 }.sorted()
  }

  /// Whether the values of a key are all of a type as the page names it.
  func isTrue(_ key: String, hasType type: String) -> Bool {
    let isNullable = type.hasSuffix(" or null")
    let name = isNullable ? String(type.dropLast(" or null".count)) : type
    let met = types[key, default: []].subtracting(isNullable ? ["null"] : [])
    switch name {
    case "string": return met.isSubset(of: ["text"])
    case "integer": return met == ["integer"]
    case "share": return !met.isEmpty && met.isSubset(of: ["integer", "real"])
    case "value": return !met.isEmpty && met.isSubset(of: ["integer", "real", "text"])
    case "boolean": return !met.isEmpty && met.isSubset(of: ["true", "false"])
    case "object": return met == ["object"]
    case "strings": return met == ["array"] && types["\(key)[]", default: []].isSubset(of: ["text"])
    case "objects":
      return met == ["array"] && types["\(key)[]", default: []].isSubset(of: ["object"])
    default: return false
    }
  }
}
