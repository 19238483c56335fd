import Analysis
import ReportOutput

/// What the colours and patterns of a chart mean, with how many messages there are of each.
enum Legend {
  static func html(_ counts: KindCounts) -> HTML {
    let items = counts.present(of: MailKind.stacked).map { kind -> HTML in
      """
      <li>\(swatch(kind))\(kind.words) <b>\(Human.count(counts[kind]))</b></li>
      """
    }
    return "<ul class=\"legend\">\(items)</ul>"
  }

  static func swatch(_ kind: MailKind) -> HTML {
    "<svg class=\"swatch\" aria-hidden=\"true\"><rect width=\"12\" height=\"12\" class=\"k-\(kind.rawValue)\"/></svg>"
  }
}
