public import ReportOutput

/// A digest as HTML that mail readers show: tables with coloured cells, and nothing else.
///
/// Readers drop SVG, style sheets and classes, so colours stand in `bgcolor` and lengths in `width`.
/// Everything in it is in the plain text, too.
public struct DigestBody {
  private let answer: DigestAnswer

  /// The body of a digest.
  public init(_ answer: DigestAnswer) {
    self.answer = answer
  }

  /// The bytes of the part, as text.
  public var text: String {
    let domains = answer.digests.prefix(DigestAnswer.mostDomains).map {
      DigestSection(answer.text(of: $0)).html
    }
    let html: HTML = """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>\(answer.subject)</title></head>
      <body bgcolor="#ffffff" text="#1a1a1a">
      <table role="presentation" width="640" cellpadding="4" cellspacing="0"><tr><td>
      <font face="sans-serif">
      \(domains)
      <p><font size="2" color="#555555">The same is in the plain text of this mail. \
      <code>dmarc-report readiness</code> has the reasons.</font></p>
      </font></td></tr></table>
      </body></html>

      """
    return html.markup
  }
}
