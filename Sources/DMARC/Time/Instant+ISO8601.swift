extension Instant {
  /// UTC seconds of a date and time with its zone, as `2026-11-20T00:00:00Z` or
  /// `2026-11-20 01:00:00.000+01:00` (RFC 3339 5.6); `nil` for anything else.
  ///
  /// Without a zone it could be any of twenty-six hours, so that is none.
  public static func seconds(iso8601 text: String) -> Int64? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.count <= 40, [0x54, 0x74, 0x20].contains(bytes[10]),
      let day = Day(String(decoding: bytes[..<10], as: UTF8.self)),
      let clock = clock(bytes[11..<19])
    else { return nil }
    var rest = bytes[19...]
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst().drop { $0 &- 0x30 < 10 }
    }
    guard let offset = offset(rest) else { return nil }
    return day.start + clock - offset
  }

  /// Seconds of `09:15:00`.
  private static func clock(_ bytes: ArraySlice<UInt8>) -> Int64? {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      .map(number)
    guard parts.count == 3, let hours = parts[0], let minutes = parts[1], let seconds = parts[2],
      hours < 24, minutes < 60, seconds <= 60
    else { return nil }
    return hours * 3600 + minutes * 60 + seconds
  }

  /// Seconds that a zone is before UTC: `Z`, ` UTC`, `+01:00` or `+0100`.
  private static func offset(_ zone: ArraySlice<UInt8>) -> Int64? {
    let name = String(decoding: zone.drop { $0 == 0x20 }, as: UTF8.self)
    if ["Z", "z", "UTC", "GMT"].contains(name) { return 0 }
    let digits = Array(zone.drop { $0 == 0x20 }.dropFirst().filter { $0 != UInt8(ascii: ":") })
    guard name.hasPrefix("+") || name.hasPrefix("-"), digits.count == 4,
      let hours = number(digits[..<2]), let minutes = number(digits[2...]), hours < 24, minutes < 60
    else { return nil }
    return (hours * 3600 + minutes * 60) * (name.hasPrefix("-") ? -1 : 1)
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int64? {
    guard bytes.count == 2, bytes.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int64($1 & 15) }
  }
}
