import DMARC
import Facts

/// Writes the timeline of one policy domain out of its sorted mail, in one pass over it.
struct TimelineWriter {
  /// The days to show.
  let window: ClosedRange<Day>
  /// All reports about the domain in the window.
  let reports: [ReportFact]
  /// Reporters established for it.
  let established: Set<Int>
  let reporterNames: IDMap<String>

  /// The timeline of mail.
  func timeline(of sorted: SortedMail) -> Timeline {
    var timeline = Timeline(window)
    var observed = Array(repeating: KindCounts(), count: sorted.mail.observations.count)
    var senders = SenderTable()
    for (number, group) in sorted.mail.groups.enumerated() {
      let sender = senders.number(of: number, in: sorted)
      var counts = KindCounts()
      for mail in sorted.mail.mail(of: number) {
        let isEstablished = sorted.mail.observation(of: mail).isEstablished
        let kind = sorted.kind(of: number, isEstablished: isEstablished)
        counts[kind] += mail.messages
        observed[Int(mail.observation)][kind] += mail.messages
      }
      senders.add(counts, to: sender)
      if group.isSubdomain { timeline.subdomains += counts } else { timeline.own += counts }
    }
    addDays(observed, of: sorted.mail, to: &timeline)
    timeline.reporters = reporters(observed, of: sorted.mail)
    senders.write(to: &timeline, of: sorted)
    return timeline
  }

  private func addDays(_ observed: [KindCounts], of mail: DomainMail, to timeline: inout Timeline) {
    for (observation, counts) in zip(mail.observations, observed) where window ~= observation.day {
      timeline.days[window.lowerBound.distance(to: observation.day)].counts += counts
    }
    for report in reports where window ~= report.day {
      timeline.days[window.lowerBound.distance(to: report.day)].reports += 1
    }
  }

  private func reporters(_ observed: [KindCounts], of mail: DomainMail) -> [Timeline.OfReporter] {
    var days: [Int: [Day: Timeline.OfDay]] = [:]
    for report in reports {
      days[report.reporter, default: [:]][report.day, default: .init(day: report.day)].reports += 1
    }
    for (observation, counts) in zip(mail.observations, observed) {
      let empty = Timeline.OfDay(day: observation.day)
      days[observation.reporter, default: [:]][observation.day, default: empty].counts += counts
    }
    return days.map { reporter, days in
      Timeline.OfReporter(
        reporter: reporterNames[reporter] ?? "", isEstablished: established.contains(reporter),
        days: days.values.sorted { $0.day < $1.day },
        counts: days.values.reduce(into: KindCounts()) { $0 += $1.counts })
    }.sorted { left, right in
      (right.counts.messages, left.reporter) < (left.counts.messages, right.reporter)
    }
  }
}
