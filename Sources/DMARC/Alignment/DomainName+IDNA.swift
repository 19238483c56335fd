import CLibIDN2

/// Internationalized names (UTS 46, RFC 5891), by libidn2.
extension DomainName {
  /// More bytes than any name has, of four for each letter.
  private static let mostBytes = 1024
  /// IDNA 2008: `ß` is a letter of its own.
  private static let flags = Int32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)

  /// The A-form of a name; `nil` where it is none.
  static func aForm(_ name: String) -> String? {
    converted(name) { idn2_to_ascii_8z($0, $1, flags) }?.lowercased()
  }

  /// A text for people, with the names in it that have an A-form as they are written.
  ///
  /// A label that mixes letters of ASCII with those of another script stays in A-form: it may be made
  /// to look like another (UTS 39 5.2).
  public static func shown(_ text: String) -> String {
    guard mayHaveAForm(text) else { return text }
    var shown = ""
    var rest = text[...]
    while !rest.isEmpty {
      let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) }
      shown += name.split(separator: ".", omittingEmptySubsequences: false)
        .map { uLabel(String($0)) ?? String($0) }.joined(separator: ".")
      rest = rest[name.endIndex...]
      let between = rest.prefix(1)
      shown += between
      rest = rest[between.endIndex...]
    }
    return shown
  }

  /// Whether there is anything to show in another way: asked of every line, where a search by
  /// characters took a seventh of a verdict on many domains.
  private static func mayHaveAForm(_ text: String) -> Bool {
    var hyphens = 0
    for byte in text.utf8 {
      hyphens = byte == UInt8(ascii: "-") ? hyphens + 1 : 0
      if hyphens == 2 { return text.contains("xn--") }
    }
    return false
  }

  /// The U-label of an A-label; `nil` where there is none, or none that is safe to show.
  private static func uLabel(_ label: String) -> String? {
    guard label.hasPrefix("xn--"),
      let text = converted(label, { idn2_to_unicode_8z8z($0, $1, flags) }),
      aForm(text) == label
    else { return nil }
    let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
    // Latin with marks ends at U+024F.
    let hasOther = letters.contains { $0.value > 0x24f }
    return hasOther && letters.contains(where: \.isASCII) ? nil : text
  }

  private static func converted(
    _ text: String,
    _ convert: (UnsafePointer<CChar>, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32
  ) -> String? {
    guard text.utf8.count <= mostBytes, !text.utf8.contains(0) else { return nil }
    var result: UnsafeMutablePointer<CChar>?
    guard convert(text, &result) == Int32(IDN2_OK.rawValue), let result else { return nil }
    defer { idn2_free(result) }
    return String(validatingCString: result)
  }
}

extension DomainName {
  /// The library that reads names in other scripts, and its version as loaded.
  public static var libraries: [String] {
    ["libidn2 \(idn2_check_version(nil).map { String(cString: $0) } ?? "?")"]
  }
}
