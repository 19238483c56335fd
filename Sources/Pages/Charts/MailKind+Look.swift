import Analysis
import DMARC

/// How kinds of mail look and what they are called: a colour, a pattern and a place of their own each,
/// so that none is told by its colour alone.
extension MailKind {
  /// From the bottom of a bar to its top: what passes first, what needs doing on top of all.
  static let stacked: [MailKind] = [
    .passes, .unproven, .forwarded, .over, .spoofed, .inQuestion, .atRisk,
  ]
  /// The kinds that fail, those first that need doing.
  static let failing: [MailKind] = [.atRisk, .inQuestion, .forwarded, .spoofed, .over]

  /// What it is, for people.
  var words: String {
    switch self {
    case .passes: "passes DMARC"
    case .atRisk: "yours, fails: at risk"
    case .inQuestion: "fails: only you can say whose"
    case .forwarded: "forwarded by others, fails"
    case .over: "yours, failed: over now"
    case .spoofed: "spoofed, fails"
    case .unproven: "said to pass, unproven"
    }
  }

  /// What it is, in a tag.
  var tag: String {
    switch self {
    case .passes: "passes"
    case .atRisk: "at risk"
    case .inQuestion: "yours?"
    case .forwarded: "forwarded"
    case .over: "over"
    case .spoofed: "spoofed"
    case .unproven: "unproven"
    }
  }
}

extension KindCounts {
  /// The kinds there is any mail of, in some order.
  func present(of kinds: [MailKind]) -> [MailKind] { kinds.filter { self[$0] > 0 } }
}
