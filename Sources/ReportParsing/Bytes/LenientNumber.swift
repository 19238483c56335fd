/// Reads a number that is not plain digits, where it can mean one thing only: `+5`, `5.0`, `1,000`,
/// `1 000`, `1.8e9`.
///
/// What can be read in two ways is not read: `1.000` is one thousand in half of Europe.
enum LenientNumber {
  /// A whole number that a text means.
  struct Reading: Equatable {
    let value: Int64
    /// Whether a fraction was cut off that was not zero.
    let hasFraction: Bool
  }

  /// More digits than any number that is read has.
  private static let mostDigits = 18

  static func read(_ text: some Sequence<UInt8>) -> Reading? {
    var bytes = Array(text)[...]
    if bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    let (mantissa, power) = split(bytes)
    guard let power, let grouped = withoutGroups(mantissa) else { return nil }
    let parts = grouped.digits.split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, whole.allSatisfy(isDigit) else { return nil }
    let fraction = parts.count > 1 ? parts[1] : []
    guard parts.count == 1 || !fraction.isEmpty, fraction.allSatisfy(isDigit),
      !mayBeGroup(whole, fraction, power: power, hasGroups: grouped.hasGroups)
    else { return nil }
    return value(whole, fraction, power)
  }

  /// The part before an exponent, and the exponent; `nil` where it is none.
  private static func split(_ bytes: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Int?) {
    guard let mark = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
      return (bytes, 0)
    }
    var digits = bytes[(mark + 1)...]
    if digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    guard (1...2).contains(digits.count), digits.allSatisfy(isDigit) else {
      return (bytes[..<mark], nil)
    }
    return (bytes[..<mark], digits.reduce(0) { $0 * 10 + Int($1 & 15) })
  }

  /// The digits without what stands between thousands, if that is everywhere where it belongs.
  private static func withoutGroups(
    _ bytes: ArraySlice<UInt8>
  ) -> (digits: [UInt8], hasGroups: Bool)? {
    // The spaces that Unicode has for this: U+00A0, U+2009, U+202F; and the typographic apostrophe.
    let text = String(decoding: bytes, as: UTF8.self)
    let marks: Set<Character> = [",", "'", " ", "\u{a0}", "\u{2009}", "\u{202f}", "\u{2019}"]
    let whole = text.prefix { $0 != "." }
    let used = Set(whole.filter(marks.contains))
    guard let mark = used.first else { return (Array(bytes), false) }
    let groups = whole.split(separator: mark, omittingEmptySubsequences: false)
    guard used.count == 1, (1...3).contains(groups[0].utf8.count), groups[0].first != "0",
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    return (Array(groups.joined().utf8) + Array(text[whole.endIndex...].utf8), true)
  }

  /// Whether a point may stand between thousands: three digits behind it, and one to three before.
  private static func mayBeGroup(
    _ whole: ArraySlice<UInt8>, _ fraction: ArraySlice<UInt8>, power: Int, hasGroups: Bool
  ) -> Bool {
    fraction.count == 3 && whole.count <= 3 && whole.first != UInt8(ascii: "0") && power == 0
      && !hasGroups
  }

  private static func value(
    _ whole: ArraySlice<UInt8>, _ fraction: ArraySlice<UInt8>, _ power: Int
  ) -> Reading? {
    let moved = fraction.prefix(power)
    let zeros = power - moved.count
    let digits = (whole + moved).drop { $0 == UInt8(ascii: "0") }
    guard digits.count + zeros <= mostDigits else { return nil }
    var value = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 & 15) }
    for _ in 0..<zeros where value > 0 { value *= 10 }
    let rest = fraction.dropFirst(power)
    return Reading(value: value, hasFraction: rest.contains { $0 != UInt8(ascii: "0") })
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
