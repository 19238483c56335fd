internal import DMARC

extension Human {
  /// A text with its domain names as people write them (RFC 5890 2.3.2.1), `xn--mnchen-3ya.example` as
  /// `münchen.example`; what is to be copied into DNS stays as it is.
  package static func named(_ text: String) -> String {
    let shown = DomainName.shown(text)
    guard shown != text else { return text }
    return text.contains("v=DMARC1") || text.contains("_dmarc.") ? text : shown
  }
}
