import Analysis
import DMARC
import ReportOutput

/// Who reports about which days: a row for each reporter, a cell for each day with a report.
///
/// The darker a cell, the more messages; its lower part is the share that failed. A cell is empty
/// where no report came, and that is what it is for: a reporter that fell silent is seen at once.
struct ReporterMatrix {
  /// Reporters that have a row of their own.
  static let most = 20
  private static let height = 18

  let axis: DayAxis
  let timeline: Timeline

  init(_ timeline: Timeline) {
    axis = DayAxis(timeline)
    self.timeline = timeline
  }

  var html: HTML {
    let (named, _, _) = timeline.reporters(first: Self.most)
    let rows = named.map { reporter -> HTML in
      let note: HTML = reporter.isEstablished ? "" : " <span class=\"soft\">(new)</span>"
      return """
        <tr><th scope="row" class="who">\(name: Human.named(reporter.reporter))\(note)</th>\
        <td><svg width="100%" height="\(Self.height)" aria-hidden="true">\(cells(of: reporter))</svg></td>\
        <td class="n sum">\(Human.count(reporter.counts.messages))</td></tr>
        """
    }
    return """
      <table class="matrix"><thead><tr><th class="who" scope="col">Reporter</th>\
      <td><svg width="100%" height="18" aria-hidden="true">\(axis.labels(at: 12))</svg></td>\
      <th class="n sum" scope="col">Messages</th></tr></thead><tbody>\(rows)</tbody></table>
      """
  }

  private var largest: MessageCount {
    timeline.reporters.flatMap(\.days).map(\.counts.messages).max() ?? 0
  }

  private func cells(of reporter: Timeline.OfReporter) -> HTML {
    var parts: [Int: (reports: Int, counts: KindCounts)] = [:]
    for day in reporter.days {
      guard let part = axis.part(of: day.day) else { continue }
      parts[part, default: (0, KindCounts())].reports += day.reports
      parts[part, default: (0, KindCounts())].counts += day.counts
    }
    let frames = axis.parts.indices.filter { parts[$0] == nil }.map { part -> HTML in
      "<rect class=\"cell\" x=\"\(axis.start(part) + axis.width * 0.06)%\" y=\"1\" width=\"\(axis.width * 0.88)%\" height=\"\(Self.height - 2)\"/>"
    }
    let cells = parts.sorted { $0.key < $1.key }.map { cell($0.key, $0.value.counts) }
    return frames.joined() + cells.joined()
  }

  private func cell(_ part: Int, _ counts: KindCounts) -> HTML {
    let height = Double(Self.height - 2)
    let failing = counts.failing.share(of: counts.messages) ?? 0
    let lost = failing > 0 ? max(2, failing * height) : 0
    let (x, width) = (axis.start(part) + axis.width * 0.06, axis.width * 0.88)
    let low: HTML =
      lost > 0
      ? "<rect class=\"lost\" x=\"\(x)%\" y=\"\(1 + height - lost)\" width=\"\(width)%\" height=\"\(lost)\"/>"
      : .empty
    return """
      <g><title>\(DayAxis.title(axis.parts[part])): \(Human.counted(counts.messages)), \
      \(Human.count(counts.failing)) fail</title>\
      <rect class="seen f\(shade(counts.messages))" x="\(x)%" y="1" width="\(width)%" \
      height="\(height)"/>\(low)</g>
      """
  }

  /// One of four steps, each of four times as many messages.
  private func shade(_ messages: MessageCount) -> Int {
    var (step, bound) = (4, largest / 4)
    while step > 1, messages <= bound { (step, bound) = (step - 1, bound / 4) }
    return step
  }
}
