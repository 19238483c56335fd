import DMARC

/// The week's rhythm in daily volumes: people rest on weekends, and botnets do not.
struct Week {
  /// Messages on Saturdays and Sundays, and on all days.
  private(set) var weekend: MessageCount = 0
  private(set) var all: MessageCount = 0

  init(_ daily: some Sequence<(day: Day, messages: MessageCount)>) {
    for (day, messages) in daily {
      all += messages
      if Self.isWeekend(day) { weekend += messages }
    }
  }

  /// Mail of an ordinary weekend day as part of that of an ordinary weekday.
  var part: Double {
    let week = all - weekend
    return week > 0 ? Double(weekend) / 2 / (Double(week) / 5) : .infinity
  }

  /// How far below a flat week the weekends lie, in standard deviations of a fair draw.
  var restsBy: Double {
    guard all > 0 else { return 0 }
    let (count, share) = (Double(all), 2.0 / 7)
    return (count * share - Double(weekend)) / (count * share * (1 - share)).squareRoot()
  }

  /// Whether a day is a Saturday or Sunday; 1970-01-01 was a Thursday.
  static func isWeekend(_ day: Day) -> Bool {
    let weekday = ((day.number % 7) + 7) % 7
    return weekday == 2 || weekday == 3
  }
}
