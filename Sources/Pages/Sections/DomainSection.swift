import Analysis
import DMARC
import Facts
import ReportOutput

/// All that a page says of one domain: the verdict, what to do first, the numbers, and then what
/// they are made of.
struct DomainSection {
  let domain: DomainReadiness
  let timeline: Timeline
  let context: PageContext
  /// Its number on the page, for links to it.
  let number: Int

  var html: HTML {
    """
    <section class="domain" id="d\(number)">
    <h1>\(name: Human.named(domain.domain))</h1>
    <p class="soft">\(subtitle)</p>
    \(VerdictSection(domain).html)
    \(NumberCards(domain, timeline).html)
    \(TodoSection(domain, names: context.names).html)
    \(ChangesSection(domain, context).html)
    \(DaysSection(timeline).html)
    \(SendersSection(domain, timeline).html)
    \(GatesSection(domain).html)
    \(ReportersSection(domain, timeline).html)
    \(PolicySection(domain, timeline, context).html)
    </section>

    """
  }

  private var subtitle: String {
    let window = context.window
    let (covered, all) = (timeline.daysWithReports, timeline.days.count)
    let missing = timeline.days.filter { $0.reports == 0 }.map(\.day)
    return "Mail of \(window.lowerBound.text) to \(window.upperBound.text): "
      + "\(covered) of \(all) days with reports, "
      + "\(Human.counted(Int64(timeline.reports), "report")) from "
      + "\(Human.counted(Int64(timeline.reporters.count), "reporter"))."
      + (missing.isEmpty || covered == 0 ? "" : " No report about \(DayRanges.text(missing)).")
  }
}
