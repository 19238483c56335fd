import Analysis
import DMARC
import Facts
import ReportOutput

/// The policies that reports showed, and when.
struct PolicySection {
  private let spans: [PolicySpan]
  private let timeline: Timeline

  init(_ domain: DomainReadiness, _ timeline: Timeline, _ context: PageContext) {
    spans = PolicySpan.all(context.policies.filter { $0.domain == domain.domain })
    self.timeline = timeline
  }

  var html: HTML? {
    guard !spans.isEmpty else { return nil }
    let more: HTML? =
      spans.count > PolicyBars.most
      ? "<p class=\"soft\">The newest \(PolicyBars.most) of \(spans.count) are shown.</p>" : nil
    return """
      <h2>Policy over time</h2>
      \(PolicyBars(spans, timeline).html)\(more)
      <details><summary>Since when each was seen</summary>\(table)</details>
      """
  }

  private var table: HTML {
    let rows = spans.suffix(PolicyBars.most).map { span -> HTML in
      """
      <tr><td><code>\(plainName: PolicyBars.text(span.policy))</code></td>\
      <td class="day">\(span.firstDay.text)</td><td class="day">\(span.lastDay.text)</td>\
      <td class="n">\(Human.count(Int64(span.reports)))</td></tr>
      """
    }
    return """
      <table><thead><tr><th scope="col">Policy</th><th scope="col">First seen</th>\
      <th scope="col">Last seen</th><th class="n" scope="col">Reports</th></tr></thead>\
      <tbody>\(rows)</tbody></table>
      """
  }
}
