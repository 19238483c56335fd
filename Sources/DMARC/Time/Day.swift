/// A UTC day, counted from 1970-01-01.
public struct Day: Hashable, Comparable, Sendable, Strideable {
  /// Days since 1970-01-01.
  public let number: Int

  /// The day so many days after 1970-01-01, at most six million years before or after: a damaged
  /// database must not make a sum of days overflow.
  public init(number: Int) {
    self.number = Int(Int32(clamping: number))
  }

  /// The day that contains a moment, in UTC seconds.
  public init(containing seconds: Int64) {
    self.init(number: Int((Double(seconds) / 86400).rounded(.down)))
  }

  /// Reads `2026-11-23`; `nil` for anything that is not a day of the calendar.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    let candidate = Day(year: year, month: month, day: day)
    guard candidate.civil == (year, month, day) else { return nil }
    self = candidate
  }

  /// A day of the proleptic Gregorian calendar (Howard Hinnant's days_from_civil).
  public init(year: Int, month: Int, day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146097 + dayOfEra - 719468
  }

  /// Year, month and day of the proleptic Gregorian calendar.
  public var civil: (year: Int, month: Int, day: Int) {
    let z = number + 719468
    let era = (z >= 0 ? z : z - 146096) / 146097
    let dayOfEra = z - era * 146097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The day as `2026-11-23`.
  public var text: String {
    let (year, month, day) = civil
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// The first second of the day, UTC.
  public var start: Int64 { Int64(number) * 86400 }

  /// The day so many days later.
  public func advanced(by days: Int) -> Day { Day(number: number + days) }

  /// The days from this day to another; negative when that is earlier.
  public func distance(to other: Day) -> Int { other.number - number }

  /// Earlier days first.
  public static func < (lhs: Day, rhs: Day) -> Bool { lhs.number < rhs.number }

  private func padded(_ value: Int, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
