import Analysis
import DMARC
import ReportOutput

/// Which policies reports showed in the window, a row each, on the axis of the days.
struct PolicyBars {
  /// Policies that are shown, the newest.
  static let most = 6

  let axis: DayAxis
  let spans: [PolicySpan]

  /// Of all policies ever seen, the oldest first.
  init(_ spans: [PolicySpan], _ timeline: Timeline) {
    axis = DayAxis(timeline)
    self.spans = spans.suffix(Self.most)
  }

  var html: HTML {
    let rows = spans.map { span -> HTML in
      """
      <tr><th scope="row" class="who"><code>\(plainName: Self.text(span.policy))</code></th>\
      <td><svg width="100%" height="16" aria-hidden="true">\(bar(span))</svg></td>\
      <td class="n sum">\(Human.count(Int64(span.reports)))</td></tr>
      """
    }
    return """
      <table class="matrix"><thead><tr><th class="who" scope="col">Policy</th>\
      <td><svg width="100%" height="18" aria-hidden="true">\(axis.labels(at: 12))</svg></td>\
      <th class="n sum" scope="col">Reports</th></tr></thead><tbody>\(rows)</tbody></table>
      """
  }

  private func bar(_ span: PolicySpan) -> HTML {
    guard let window = axis.parts.first.map({ $0.first...(axis.parts.last ?? $0).last }),
      span.lastDay >= window.lowerBound, span.firstDay <= window.upperBound,
      let first = axis.part(of: max(span.firstDay, window.lowerBound)),
      let last = axis.part(of: min(span.lastDay, window.upperBound))
    else { return "<text x=\"0\" y=\"12\">last seen before this window</text>" }
    let width = axis.start(last) + axis.width - axis.start(first)
    let p = span.policy.p.word?.rawValue ?? "none"
    return """
      <g><title>\(Self.text(span.policy)), seen from \(span.firstDay.text) to \(span.lastDay.text)\
      </title><rect class="p-\(p)" x="\(axis.start(first))%" y="3" width="\(width)%" height="10"/></g>
      """
  }

  /// A policy as its tags.
  static func text(_ policy: PolicyPublished) -> String {
    "p=\(policy.p.shown.isEmpty ? "(not sent)" : policy.p.shown)"
      + (policy.sp.word.map { " sp=\($0.rawValue)" } ?? "")
  }
}
