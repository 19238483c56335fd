import Analysis
import DMARC
import ReportOutput

/// Messages a day as stacked bars, and below them a strip for each kind that fails, on a scale of its
/// own: a few messages vanish in a stack of thousands, and they may be what matters.
///
/// Bars and not areas: an area draws the newsletter of one day as a triangle of three.
struct DayBars {
  private static let height = 190
  private static let stripHeight = 34

  let axis: DayAxis
  let total: KindCounts

  init(_ timeline: Timeline) {
    axis = DayAxis(timeline)
    total = timeline.total
  }

  var html: HTML {
    """
    \(Legend.html(total))
    <div class="plot">\(stack)\(total.present(of: MailKind.failing).map(strip).joined())</div>
    """
  }

  private var scale: ChartScale {
    ChartScale(largest: axis.parts.map { Double($0.counts.messages) }.max() ?? 0)
  }

  private var stack: HTML {
    let scale = scale
    let lines = scale.lines.map { value -> HTML in
      let y = Self.y(scale, value, in: Self.height)
      return "<line class=\"grid\" x1=\"0\" x2=\"100%\" y1=\"\(y)\" y2=\"\(y)\"/>"
    }
    let numbers = scale.lines.map { value -> HTML in
      let y = Self.y(scale, value, in: Self.height) + 4
      return "<text x=\"100%\" y=\"\(y)\" text-anchor=\"end\">\(Human.count(Int64(value)))</text>"
    }
    let bars = axis.parts.indices.map { bar($0, scale) }
    return """
      <svg width="100%" height="\(Self.height + 30)" aria-hidden="true">\(numbers)</svg>
      <div class="frame"><svg width="100%" height="\(Self.height + 30)" role="img" \
      aria-label="Messages a \(axis.isWeekly ? "week" : "day") by kind; the numbers are in the \
      table below">\(lines)\(bars)\(axis.labels(at: Self.height + 24))</svg></div>
      """
  }

  /// The bar of a day: what it says when pointed at, and a piece for each kind.
  private func bar(_ number: Int, _ scale: ChartScale) -> HTML {
    let part = axis.parts[number]
    var below: MessageCount = 0
    let pieces = part.counts.present(of: MailKind.stacked).map { kind -> HTML in
      let bottom = Self.y(scale, Double(below), in: Self.height)
      below += part.counts[kind]
      let top = Self.y(scale, Double(below), in: Self.height)
      return rect(number, y: top, height: bottom - top, kind)
    }
    guard !pieces.isEmpty else { return .empty }
    return "<g><title>\(sentence(part))</title>\(pieces)</g>"
  }

  private func sentence(_ part: Timeline.Part) -> String {
    let kinds = part.counts.present(of: MailKind.stacked)
      .map { "\(Human.count(part.counts[$0])) \($0.words)" }
    return "\(DayAxis.title(part)): \(Human.counted(part.counts.messages)); "
      + kinds.joined(separator: ", ")
  }

  private func strip(_ kind: MailKind) -> HTML {
    let values = axis.parts.map { $0.counts[kind] }
    let most = values.max() ?? 0
    let scale = ChartScale(largest: Double(most), lines: 1)
    let bars = values.indices.filter { values[$0] > 0 }.map { number -> HTML in
      let y = Self.y(scale, Double(values[number]), in: Self.stripHeight)
      return rect(number, y: y, height: Double(Self.stripHeight) - y, kind)
    }
    return """
      <p>\(Legend.swatch(kind))\(kind.words): <b>\(Human.count(total[kind]))</b>, \
      <span class="soft">at most \(Human.count(most)) a \(axis.isWeekly ? "week" : "day")</span></p>
      <svg width="100%" height="\(Self.stripHeight)" aria-hidden="true">\
      <text x="100%" y="11" text-anchor="end">\(Human.count(Int64(scale.top)))</text></svg>
      <div class="frame"><svg width="100%" height="\(Self.stripHeight + 1)" aria-hidden="true">\
      \(bars)<line class="grid" x1="0" x2="100%" y1="\(Self.stripHeight)" y2="\(Self.stripHeight)"/>\
      </svg></div>
      """
  }

  private func rect(_ number: Int, y: Double, height: Double, _ kind: MailKind) -> HTML {
    // What there is a message of is seen, however small.
    let height = max(1, height)
    return """
      <rect x="\(axis.start(number) + axis.width * 0.08)%" y="\(y)" width="\(axis.width * 0.84)%" \
      height="\(height)" class="k-\(kind.rawValue)"/>
      """
  }

  private static func y(_ scale: ChartScale, _ value: Double, in height: Int) -> Double {
    Double(height) * (1 - scale.share(value)) + (height == Self.height ? 8 : 0)
  }
}
