internal import DMARC

/// Reads one term.
struct SPFTermReader {
  /// As written.
  let text: Substring

  func term() throws(SPFFault) -> SPFTerm {
    guard text.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else { throw .notASCII }
    if let modifier = try modifier() { return SPFTerm(text: String(text), kind: modifier) }
    return SPFTerm(text: String(text), kind: try directive())
  }

  /// A modifier is a name and `=`; the name is one no mechanism has (RFC 7208 4.6.1).
  private func modifier() throws(SPFFault) -> SPFTerm.Kind? {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    let name = text[..<equals].utf8
    guard name.first.map(ASCII.isLetter) ?? false,
      name.allSatisfy({ ASCII.isAlphanumeric($0) || "-_.".utf8.contains($0) })
    else { return nil }
    let value = text[text.index(after: equals)...]
    switch text[..<equals].lowercased() {
    case "redirect": return .redirect(try Self.domain(value))
    case "exp": return .explanation(try Self.domain(value))
    default:
      // Nobody reads the value, but its macros must be right (RFC 7208 6).
      guard MacroString(value, in: .term) != nil else { throw .badMacro }
      return .unknown(name: String(text[..<equals]))
    }
  }

  private func directive() throws(SPFFault) -> SPFTerm.Kind {
    var rest = text
    let qualifier = rest.first.flatMap { SPFQualifier(rawValue: String($0)) }
    if qualifier != nil { rest.removeFirst() }
    let end = rest.firstIndex { $0 == ":" || $0 == "/" } ?? rest.endIndex
    return .directive(
      qualifier ?? .pass, try Self.mechanism(rest[..<end].lowercased(), rest[end...]))
  }

  private static func mechanism(
    _ name: String, _ argument: Substring
  ) throws(SPFFault) -> SPFMechanism {
    switch name {
    case "all":
      guard argument.isEmpty else { throw .argumentNotAllowed }
      return .all
    case "include": return .include(try domain(afterColon: argument))
    case "exists": return .exists(try domain(afterColon: argument))
    case "ptr": return .ptr(argument.isEmpty ? nil : try domain(afterColon: argument))
    case "a":
      let (name, prefixes) = try host(argument)
      return .a(name, prefixes)
    case "mx":
      let (name, prefixes) = try host(argument)
      return .mx(name, prefixes)
    case "ip4": return .ip(try block(argument, isIPv6: false))
    case "ip6": return .ip(try block(argument, isIPv6: true))
    default: throw .unknownMechanism
    }
  }

  private static func domain(afterColon argument: Substring) throws(SPFFault) -> MacroString {
    guard argument.first == ":" else { throw argument.isEmpty ? .nameMissing : .badName }
    return try domain(argument.dropFirst())
  }

  private static func domain(_ text: Substring) throws(SPFFault) -> MacroString {
    guard !text.isEmpty else { throw .nameMissing }
    guard let name = MacroString(text, in: .term) else { throw .badMacro }
    guard name.isDomainSpec else { throw .badName }
    return name
  }

  /// What follows `a` and `mx`: perhaps a name, perhaps `/24`, perhaps `//64`.
  ///
  /// A name may hold slashes too, so
  /// the numbers are taken from the end.
  private static func host(
    _ argument: Substring
  ) throws(SPFFault) -> (MacroString?, SPFPrefixes) {
    var rest = argument
    var prefixes = SPFPrefixes()
    if let digits = cut("//", from: &rest) { prefixes.ipv6 = try prefix(digits, most: 128) }
    if let digits = cut("/", from: &rest) { prefixes.ipv4 = try prefix(digits, most: 32) }
    return (rest.isEmpty ? nil : try domain(afterColon: rest), prefixes)
  }

  /// Takes digits with a separator before them off the end.
  private static func cut(_ separator: String, from text: inout Substring) -> Substring? {
    let start = text.lastIndex { !ASCII.isDigit($0.utf8.first ?? 0) }
    guard let start else { return nil }
    let digits = text[text.index(after: start)...]
    guard !digits.isEmpty, text[...start].hasSuffix(separator) else { return nil }
    text = text[...start].dropLast(separator.count)
    return digits
  }

  private static func prefix(_ digits: Substring, most: Int) throws(SPFFault) -> Int {
    guard digits.count <= 3, let bits = Int(digits), bits <= most,
      digits == "0" || digits.first != "0"
    else { throw .badPrefix }
    return bits
  }

  private static func block(
    _ argument: Substring, isIPv6: Bool
  ) throws(SPFFault) -> AddressBlock {
    let most = isIPv6 ? 128 : 32
    guard argument.first == ":" else { throw argument.isEmpty ? .nameMissing : .badName }
    let parts = argument.dropFirst().split(
      separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, first.contains(":") == isIPv6,
      let base = SourceAddress(String(first))
    else { throw isIPv6 ? .badIPv6 : .badIPv4 }
    guard parts.count == 2 else { return AddressBlock(isIPv6: isIPv6, base: base, prefix: most) }
    guard parts[1].utf8.allSatisfy(ASCII.isDigit) else { throw .badPrefix }
    return AddressBlock(
      isIPv6: isIPv6, base: base, prefix: try prefix(parts[1], most: most))
  }
}
