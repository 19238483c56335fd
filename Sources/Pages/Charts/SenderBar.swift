import Analysis
import DMARC

/// How much mail a sender has, as a bar of its kinds.
///
/// Its length is the square root of the messages: of a sender with a hundredth of another's mail a
/// bar in proportion would not be seen.
enum SenderBar {
  static func html(_ counts: KindCounts, largest: Double) -> HTML {
    let messages = Double(counts.messages)
    let length = largest > 0 ? max(0.01, (messages / largest).squareRoot()) * 100 : 0
    var start = 0.0
    let pieces = counts.present(of: MailKind.stacked).map { kind -> HTML in
      let width = length * Double(counts[kind]) / max(1, messages)
      defer { start += width }
      return
        "<rect x=\"\(start)%\" width=\"\(width)%\" height=\"14\" class=\"k-\(kind.rawValue)\"/>"
    }
    return "<svg class=\"bar\" aria-hidden=\"true\">\(pieces)</svg>"
  }
}
