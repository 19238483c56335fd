import Analysis
import ReportOutput

/// Who reports, and about which days.
struct ReportersSection {
  private let domain: DomainReadiness
  private let timeline: Timeline

  init(_ domain: DomainReadiness, _ timeline: Timeline) {
    self.domain = domain
    self.timeline = timeline
  }

  var html: HTML? {
    guard !timeline.reporters.isEmpty else { return nil }
    let (_, others, counts) = timeline.reporters(first: ReporterMatrix.most)
    let rest: HTML? =
      others > 0
      ? """
      <p class="soft">The \(ReporterMatrix.most) of most messages are shown; \
      \(Human.counted(Int64(others), "more reporter")) tell of \(Human.counted(counts.messages)). \
      <code>readiness --by reporter</code> lists all.</p>
      """ : nil
    return """
      <h2>Reporters</h2>
      <p class="soft">The darker, the more messages; the lower, orange part is the share that \
      failed; an empty frame is a day without a report.</p>
      \(ReporterMatrix(timeline).html)\(rest)
      <details><summary>The numbers of each reporter</summary><div class="wide">\(table)</div></details>
      """
  }

  private var table: HTML {
    let (named, others, counts) = timeline.reporters(first: ReporterMatrix.most)
    let rows = named.map { reporter -> HTML in
      """
      <tr><td>\(name: Human.named(reporter.reporter))</td>\
      <td>\(reporter.isEstablished ? "yes" : "no")</td><td class="n">\(reporter.days.count)</td>\
      \(KindColumns.cells(reporter.counts, timeline.total))</tr>
      """
    }
    let rest: HTML? =
      others > 0
      ? "<tr><td>\(others) more</td><td></td><td></td>\(KindColumns.cells(counts, timeline.total))</tr>"
      : nil
    return """
      <table><thead><tr><th scope="col">Reporter</th><th scope="col">Relied on</th>\
      <th class="n" scope="col">Days</th>\(KindColumns.head(timeline.total))</tr></thead><tbody>\
      \(rows)\(rest)<tr class="total"><td>All</td><td></td><td></td>\
      \(KindColumns.cells(timeline.total, timeline.total))</tr></tbody></table>
      """
  }
}
