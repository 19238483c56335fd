import DMARC

/// A domain in the days just past, beside as many days before them.
///
/// The verdict is that of the whole window; so are the kinds of the mail, which a week alone could not
/// tell.
public struct DomainDigest: Hashable, Sendable {
  /// The domain with the verdict on it.
  public var domain: DomainReadiness
  /// The days just past, in order.
  public var days: [Timeline.OfDay]
  /// Their messages by kind.
  public var counts: KindCounts
  /// Messages of the days before, by kind.
  public var countsBefore: KindCounts
  /// Whether there was a report about the days before.
  public var isReportedBefore: Bool
  /// Senders first seen in these days, as they rank; what strangers do is none.
  public var newSenders: [Timeline.OfSender]
  /// Established reporters that sent reports about the days before and none about these.
  public var silentReporters: [String]

  /// The digest of the last `length` days; `nil` where the report was made without timelines.
  public init?(of domain: DomainReadiness, days length: Int) {
    guard let timeline = domain.timeline else { return nil }
    self.domain = domain
    days = Array(timeline.days.suffix(length))
    let before = timeline.days.dropLast(length).suffix(length)
    counts = Self.sum(days)
    countsBefore = Self.sum(before)
    isReportedBefore = before.contains { $0.reports > 0 }
    guard let first = days.first?.day else { return nil }
    newSenders = timeline.senders.filter { Self.isTold($0) && $0.days.first ?? first >= first }
    let earlier = first.advanced(by: -length)
    silentReporters = timeline.reporters.filter { reporter in
      let reported = reporter.days.filter { $0.reports > 0 }.map(\.day)
      return reporter.isEstablished && reported.contains { $0 >= earlier }
        && !reported.contains { $0 >= first }
    }.map(\.reporter).sorted()
  }

  private static func sum(_ days: some Sequence<Timeline.OfDay>) -> KindCounts {
    days.reduce(into: KindCounts()) { $0 += $1.counts }
  }

  /// As alerts have it: ten messages on two days, and no stranger's.
  private static func isTold(_ sender: Timeline.OfSender) -> Bool {
    let options = AlertOptions()
    let counts = sender.counts
    return counts.messages - counts[.spoofed] - counts[.forwarded] >= options.senderMessages
      && sender.days.count >= options.senderDays
  }
}
