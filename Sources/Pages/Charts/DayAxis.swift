import Analysis
import DMARC

/// The days of a window from left to right, as per cents of a chart's width: so bars grow and shrink
/// with the page, and texts do not.
///
/// A window of more than 90 days is shown by week, as a day would be narrower than a hair.
struct DayAxis {
  /// Days from which on weeks are shown.
  static let mostDays = 90

  /// The days, or the weeks.
  let parts: [Timeline.Part]
  /// Whether a part is a week.
  let isWeekly: Bool

  init(_ timeline: Timeline) {
    isWeekly = timeline.days.count > Self.mostDays
    parts = timeline.days(inPartsOf: isWeekly ? 7 : 1)
  }

  /// The width of a part, in per cent.
  var width: Double { 100 / Double(max(1, parts.count)) }
  /// Where a part begins, in per cent.
  func start(_ part: Int) -> Double { Double(part) * width }

  /// The part that a day is in; `nil` where it is in none.
  func part(of day: Day) -> Int? { parts.firstIndex { $0.first <= day && day <= $0.last } }

  /// A part in words: `5 Oct 2026`, or `week of 5 Oct 2026`.
  static func title(_ part: Timeline.Part) -> String {
    let day = "\(short(part.first)) \(part.first.civil.year)"
    return part.first == part.last ? day : "\(short(part.first)) to \(short(part.last))"
  }

  /// A day as `5 Oct`.
  static func short(_ day: Day) -> String {
    let (_, month, number) = day.civil
    return "\(number) \(months[month - 1])"
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The texts under a chart, at so many pixels from its top: Mondays, or a few parts of weeks.
  func labels(at height: Int) -> HTML {
    marks.map { part in
      """
      <text x="\(start(part) + width / 2)%" y="\(height)" text-anchor="middle">\
      \(Self.short(parts[part].first))</text>
      """
    }.joined()
  }

  /// Parts that are marked, far enough from each other to be read on a phone, and from the edges.
  private var marks: [Int] {
    let least = max(1, parts.count / 5)
    let wanted = parts.indices.filter { part in
      isWeekly || parts.count < 14 || Self.isMonday(parts[part].first)
    }
    return wanted.reduce(into: [Int]()) { marks, part in
      let isApart = marks.last.map { part - $0 >= least } ?? true
      if isApart, start(part) > 3 || parts.count < 8 { marks.append(part) }
    }
  }

  /// 1970-01-01 was a Thursday.
  private static func isMonday(_ day: Day) -> Bool { (day.number % 7 + 7) % 7 == 4 }
}
