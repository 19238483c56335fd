extension AuthenticationResults {
  /// Reads the value of a field, unfolded; `nil` when it is not built as RFC 8601 2.2 says.
  ///
  /// Names without a type (`action=none`, as Outlook writes) are taken as they are.
  public init?(_ field: String) {
    var scanner = FieldScanner(field)
    guard let server = scanner.server(), scanner.skipVersion() else { return nil }
    var methods: [AuthenticationMethod] = []
    while scanner.skip(";") {
      if scanner.isAtEnd { break }
      switch scanner.method() {
      case .some(.found(let method)): methods.append(method)
      case .some(.none): break
      case nil: return nil
      }
    }
    guard scanner.isAtEnd else { return nil }
    self.server = server
    self.methods = methods
  }
}

extension FieldScanner {
  /// A `resinfo`, or the word `none` in its place.
  enum Finding {
    case found(AuthenticationMethod)
    case none
  }

  /// The name before the first `;`, and nothing where a result stands in its place.
  mutating func server() -> String? {
    guard let name = value(), !name.isEmpty, !isAt("=") else { return nil }
    return name
  }

  /// `authres-version`: a number nobody has counted beyond 1.
  mutating func skipVersion() -> Bool {
    guard !isAtEnd, !isAt(";") else { return true }
    return word()?.utf8.allSatisfy { (48...57).contains($0) } ?? false
  }

  mutating func method() -> Finding? {
    guard let name = word() else { return nil }
    let version = skip("/") ? word() : ""
    guard version != nil else { return nil }
    guard skip("=") else { return name.lowercased() == "none" ? Finding.none : nil }
    guard let result = word() else { return nil }
    guard let properties = properties() else { return nil }
    return .found(
      AuthenticationMethod(
        name: name.lowercased(), result: result.lowercased(), properties: properties))
  }

  /// `reason` and all properties, up to the next `;`.
  private mutating func properties() -> [String: String]? {
    var properties: [String: String] = [:]
    while !isAtEnd, !isAt(";") {
      guard let name = propertyName(), skip("="), let value = value() else { return nil }
      if properties[name] == nil { properties[name] = value }
    }
    return properties
  }

  /// `ptype "." property`; comments may stand around the dot.
  private mutating func propertyName() -> String? {
    guard var name = word() else { return nil }
    while skip(".") {
      guard let rest = word() else { return nil }
      name += "." + rest
    }
    return name.lowercased()
  }
}
