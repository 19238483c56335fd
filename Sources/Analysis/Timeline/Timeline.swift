public import DMARC

/// The mail of a policy domain over a window, by day, by reporter and by sender, and in each by kind.
///
/// Subdomains are included. All three add up to the same messages.
public struct Timeline: Hashable, Sendable {
  /// The mail of one day.
  public struct OfDay: Hashable, Sendable {
    /// The UTC day.
    public var day: Day
    /// Reports about the day, with mail that was asked for or not.
    public var reports = 0
    /// Messages by kind.
    public var counts = KindCounts()
  }

  /// What one reporter tells.
  public struct OfReporter: Hashable, Sendable {
    /// Its name, as it gives it.
    public var reporter: String
    /// Whether it counts towards `ready`.
    public var isEstablished: Bool
    /// The days it sent reports about, in order.
    public var days: [OfDay]
    /// Messages by kind, over all days.
    public var counts = KindCounts()
  }

  /// The mail of one sender.
  public struct OfSender: Hashable, Sendable {
    /// Who sends.
    public var identity: Identity
    /// Messages by kind.
    public var counts = KindCounts()
    /// How many addresses it came from.
    public var addresses = 0
    /// The UTC days it was seen on, in order.
    public var days: [Day] = []
    /// How many organizations saw it.
    public var reporters = 0
  }

  /// Messages from the domain itself, by kind.
  public var own = KindCounts()
  /// Messages from its subdomains, by kind.
  public var subdomains = KindCounts()
  /// Every day of the window, in order.
  public var days: [OfDay]
  /// Most messages first.
  public var reporters: [OfReporter] = []
  /// Most mail at risk first, then most in question, then most of all.
  public var senders: [OfSender] = []

  /// The days of a window, without mail.
  init(_ window: ClosedRange<Day>) {
    days = window.map { OfDay(day: $0) }
  }

  /// All messages by kind.
  public var total: KindCounts { own + subdomains }
  /// How many reports there are.
  public var reports: Int { days.reduce(0) { $0 + $1.reports } }
  /// On how many days there is a report.
  public var daysWithReports: Int { days.count { $0.reports > 0 } }
}

extension Timeline {
  /// The senders that matter most, and what all others add up to.
  ///
  /// Strangers of a few messages each are others too, however few senders there are: nobody does
  /// anything about one.
  public func senders(
    first most: Int, strangersFrom floor: MessageCount = 10
  ) -> (named: [OfSender], others: Int, counts: KindCounts) {
    let known = senders.filter {
      $0.counts[.spoofed] < $0.counts.messages || $0.counts.messages >= floor
    }
    let named = Array(known.prefix(most))
    let counts = named.reduce(total) { $0 - $1.counts }
    return (named, senders.count - named.count, counts)
  }

  /// The reporters of most messages, and what all others add up to.
  public func reporters(
    first most: Int
  ) -> (named: ArraySlice<OfReporter>, others: Int, counts: KindCounts) {
    let others = reporters.dropFirst(most)
    return (reporters.prefix(most), others.count, others.reduce(into: .init()) { $0 += $1.counts })
  }

  /// The days in parts of so many, the last part at the end of the window: of a long window weeks
  /// are shown.
  public func days(inPartsOf length: Int) -> [Part] {
    stride(from: days.count, to: 0, by: -length).map { end in
      let part = days[max(0, end - length)..<end]
      return Part(
        first: part[part.startIndex].day, last: part[part.endIndex - 1].day,
        reports: part.reduce(0) { $0 + $1.reports },
        counts: part.reduce(into: KindCounts()) { $0 += $1.counts })
    }.reversed()
  }

  /// Some days in a row.
  public struct Part: Hashable, Sendable {
    /// The first UTC day.
    public var first: Day
    /// The last UTC day, which may be the same.
    public var last: Day
    /// Reports about these days.
    public var reports: Int
    /// Messages by kind.
    public var counts: KindCounts
  }
}
