extension ReportMetadata {
  /// How far ahead of the import a period may be: clocks differ, and so do zones, by a day or two.
  private static let mostAhead: Int64 = 2 * 86400
  /// DMARC was published in January 2012: no report is older (RFC 7489 came in 2015).
  private static let first = Day(year: 2012, month: 1, day: 1)
  /// How long before its begin an end may be and be a mistake of an hour or a day.
  private static let mostReversed: Int64 = 366 * 86400

  /// Whether a report that comes in at `now`, in UTC seconds, can be about this period.
  public func hasPossiblePeriod(at now: Int64) -> Bool {
    max(begin, end) <= now + Self.mostAhead && min(begin, end) >= Self.first.start
      && end >= begin - Self.mostReversed
  }

  /// The day on which a report counts that comes in at `now`: none where its period cannot be.
  ///
  /// One receiver whose clock is wrong must not decide what "the latest day" is, or since when a
  /// policy is known.
  public func countedDay(at now: Int64) -> Day { hasPossiblePeriod(at: now) ? day : .none }
}

extension Day {
  /// Whether mail of which a report comes in at `now`, in UTC seconds, can be of this day.
  public func isPossible(at now: Int64) -> Bool {
    let moment = ReportMetadata(
      organization: "", email: "", reportID: "", begin: start, end: start)
    return moment.hasPossiblePeriod(at: now)
  }

  /// The day of what counts on no day; before all others, and in no window.
  public static let none = Day(number: Int(Int32.min))
}
