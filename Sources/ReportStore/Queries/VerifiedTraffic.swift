import DMARC
import Facts
import GRDB

/// Tells which traffic of a policy domain verified reports speak of.
///
/// The roll-up knows a traffic's day and reporter, not its report. That is enough where the reports
/// of a reporter's day are all verified or none of them is; where both are met, the records of the
/// verified ones are read.
struct VerifiedTraffic {
  private struct Place: Hashable {
    let day: Int64
    let reporter: Int64
  }

  private let db: Database
  private let domain: Int64
  private var wholly: Set<Place> = []
  private var mixed: [Place] = []

  init(_ db: Database, domain: Int64, window: ClosedRange<Day>) throws {
    self.db = db
    self.domain = domain
    let rows = try HotStatement(db, Self.places)
    rows.bind(domain, at: 1)
    rows.bind(Int64(window.lowerBound.number), at: 2)
    rows.bind(Int64(window.upperBound.number), at: 3)
    defer { rows.reset() }
    while try rows.step() {
      let place = Place(day: rows.integer(0), reporter: rows.integer(1))
      if rows.integer(2) != 0 { wholly.insert(place) } else { mixed.append(place) }
    }
  }

  /// Whether a traffic of the roll-up is that of verified reports, and of no other.
  func includes(_ entry: RollupEntry, on day: Day) -> Bool {
    wholly.contains(Place(day: Int64(day.number), reporter: entry.reporter))
  }

  /// Hands over what verified reports say that stand beside others; nothing where their records
  /// were pruned.
  func visitRest(_ visit: (RollupEntry, Day) throws -> Void) throws {
    for place in mixed {
      try DayRecords.visit(
        db, domain: domain, day: place.day, verifiedOf: place.reporter
      ) { try visit($0, Day(number: Int(place.day))) }
    }
  }

  private static let places = """
    SELECT day, reporter, min(trust = \(Trust.verified.code)) FROM report
    WHERE domain = ? AND day BETWEEN ? AND ? GROUP BY 1, 2
    HAVING max(trust = \(Trust.verified.code)) ORDER BY 1, 2
    """
}
