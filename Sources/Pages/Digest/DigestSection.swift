import Analysis
import DMARC
import ReportOutput

/// One domain of a digest as tables.
struct DigestSection {
  /// The width of the longest bar of a day, in pixels.
  private static let longestBar = 300.0

  private let text: DigestText

  init(_ text: DigestText) { self.text = text }

  private var digest: DomainDigest { text.digest }

  var html: HTML {
    """
    <table role="presentation" cellpadding="6" cellspacing="0"><tr>\
    <td width="14" bgcolor="\(color)">&nbsp;</td>\
    <td><font size="5"><b>\(text.title)</b></font><br>\(text.verdict)</td></tr></table>
    \(steps)\(kinds)\(days)\(news)
    """
  }

  private var color: HTML {
    switch digest.domain.verdict {
    case .fix, .alarm: "#d97a00"
    case .ask: "#8a5cc2"
    case .wait: "#7c8898"
    case .ready, .parked, .enforced: "#2a7a5e"
    }
  }

  private var steps: HTML? {
    let steps = text.steps
    guard !steps.isEmpty else { return nil }
    let items = steps.map { step -> HTML in
      let commands = step.lines.map { line -> HTML in "<br><code>\(line)</code>" }
      return "<li>\(step.sentence)\(commands)</li>"
    }
    return "<p><b>What to do</b></p><ol>\(items)</ol>"
  }

  private var kinds: HTML {
    let rows = text.kinds.map { row -> HTML in
      let mark: HTML =
        row.kind.map { "<font color=\"\(Self.color(of: $0))\">&#9632;</font> " } ?? ""
      return """
        <tr><td>\(mark)\(row.title)</td><td align="right">\(Human.count(row.now))</td>\
        <td align="right">\(row.before.map(Human.count) ?? "")</td><td align="right">\(row.change)</td></tr>
        """
    }
    return """
      <table cellpadding="4" cellspacing="0"><tr><th align="left">\(text.periodTitle)</th>\
      <th align="right">Messages</th><th align="right">Days before</th>\
      <th align="right">Change</th></tr>\(rows)</table>
      """
  }

  private var days: HTML {
    let most = digest.days.map { Double($0.counts.messages) }.max() ?? 0
    let rows = digest.days.map { day -> HTML in
      let bar = Self.stacked.compactMap { kind -> HTML? in
        guard day.counts[kind] > 0, most > 0 else { return nil }
        let width = max(1, Int(Double(day.counts[kind]) / most * Self.longestBar))
        return "<td width=\"\(width)\" height=\"12\" bgcolor=\"\(Self.color(of: kind))\"></td>"
      }
      return """
        <tr><td>\(day.day.text)</td><td><table role="presentation" cellpadding="0" \
        cellspacing="0"><tr>\(bar)</tr></table></td>\
        <td align="right">\(Human.count(day.counts.messages))</td></tr>
        """
    }
    return "<table cellpadding=\"3\" cellspacing=\"0\">\(rows)</table>"
  }

  private var news: HTML {
    """
    <p><b>New senders:</b> \(text.newSenders)<br>\
    <b>Silent reporters:</b> \(text.silentReporters)</p>
    """
  }

  private static let stacked: [MailKind] = [
    .passes, .unproven, .forwarded, .over, .spoofed, .inQuestion, .atRisk,
  ]

  private static func color(of kind: MailKind) -> HTML {
    switch kind {
    case .passes, .unproven: "#2a7a5e"
    case .forwarded: "#3f6ea8"
    case .over: "#b5a642"
    case .spoofed: "#7c8898"
    case .inQuestion: "#8a5cc2"
    case .atRisk: "#d97a00"
    }
  }
}
