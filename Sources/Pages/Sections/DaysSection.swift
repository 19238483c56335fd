import Analysis
import DMARC
import ReportOutput

/// The days of the window: the chart, and the table behind it.
struct DaysSection {
  private let timeline: Timeline
  private let bars: DayBars

  init(_ timeline: Timeline) {
    self.timeline = timeline
    bars = DayBars(timeline)
  }

  var html: HTML {
    let unit: HTML = bars.axis.isWeekly ? "week" : "day"
    guard timeline.total.messages > 0 else {
      return "<h2>Messages a day</h2><p>There is no mail in this window.</p>"
    }
    let note: HTML? =
      bars.axis.isWeekly
      ? "<p class=\"soft\">A window of more than \(DayAxis.mostDays) days is shown by week.</p>"
      : nil
    return """
      <h2>Messages a \(unit)</h2>
      \(note)\(bars.html)
      <details><summary>The numbers of each \(unit)</summary><div class="wide">\(table)</div></details>
      """
  }

  private var table: HTML {
    let rows = bars.axis.parts.map { part -> HTML in
      let last = part.first == part.last ? "" : " to \(part.last.text)"
      return """
        <tr><td class="day">\(part.first.text)\(last)</td><td class="n">\(part.reports)</td>\
        \(KindColumns.cells(part.counts, timeline.total))</tr>
        """
    }
    return """
      <table><thead><tr><th scope="col">Day (UTC)</th><th class="n" scope="col">Reports</th>\
      \(KindColumns.head(timeline.total))</tr></thead><tbody>\(rows)
      <tr class="total"><td>All</td><td class="n">\(timeline.reports)</td>\
      \(KindColumns.cells(timeline.total, timeline.total))</tr></tbody></table>
      """
  }
}
