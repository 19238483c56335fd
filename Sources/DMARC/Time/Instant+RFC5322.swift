extension Instant {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// UTC seconds of a date and time as mail has it, as `Tue, 13 Oct 2026 08:15:00 +0200` (RFC 5322 3.3).
  ///
  /// `nil` for anything else. Seconds, the name of the day and a comment may be missing; so may the
  /// zone, which then is UTC.
  public static func seconds(rfc5322 text: String) -> Int64? {
    let whole = text.prefix { $0 != "(" }
    let words = whole.split { $0.isWhitespace || $0 == "," }
    let rest = words.first?.first?.isLetter == true ? words.dropFirst() : words[...]
    let parts = Array(rest)
    guard parts.count >= 4, let day = Int(parts[0]), let year = Int(parts[2]),
      let month = months.firstIndex(of: parts[1].prefix(3).lowercased()),
      (1900...9999).contains(year), (1...31).contains(day), let clock = clock(of: parts[3]),
      let offset = zone(parts.count > 4 ? parts[4] : "UTC")
    else { return nil }
    return Day(year: year, month: month + 1, day: day).start + clock - offset
  }

  /// Seconds of `8:15` or `08:15:59`.
  private static func clock(of text: Substring) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int64($0) }
    guard (2...3).contains(parts.count), let hours = parts[0], let minutes = parts[1],
      let seconds = parts.count > 2 ? parts[2] : 0,
      0..<24 ~= hours, 0..<60 ~= minutes, 0...60 ~= seconds
    else { return nil }
    return hours * 3600 + minutes * 60 + seconds
  }

  /// Seconds that a zone is before UTC; of a name that is not known, none (RFC 5322 4.3).
  private static func zone(_ text: Substring) -> Int64? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return 0 }
    guard text.count == 5, let number = Int64(text.dropFirst()), number >= 0 else { return nil }
    return (number / 100 * 3600 + number % 100 * 60) * (sign == "-" ? -1 : 1)
  }
}
