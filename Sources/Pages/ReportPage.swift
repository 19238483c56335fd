public import Analysis
internal import DMARC
internal import ReportOutput

/// A page about one domain or several, complete in itself: for a browser, for a mail, for paper.
///
/// It is made of answers and works nothing out: what it shows, the commands print too.
public struct ReportPage {
  /// Domains that have a section of their own; of more there is the table.
  public static let mostDomains = 20

  private let domains: [DomainReadiness]
  private let context: PageContext

  /// The page of verdicts that were asked for with timelines.
  public init(_ report: ReadinessReport, _ context: PageContext) {
    domains = report.domains.sorted { left, right in
      let ranks = [left, right].map { $0.verdict.rank(isSilent: $0.own.silentSince != nil) }
      let risks = [left, right].map { $0.timeline?.total[.atRisk] ?? 0 }
      return (ranks[0], risks[1], left.domain) < (ranks[1], risks[0], right.domain)
    }
    self.context = context
  }

  /// The bytes of the file, as text.
  public var text: String { HTMLDocument(title: title, body: "<main>\(body)</main>").text }

  private var title: String {
    guard let first = domains.first else { return "DMARC: no reports" }
    return domains.count == 1
      ? "\(Human.named(first.domain)): \(first.verdict.rawValue)"
      : "DMARC of \(domains.count) domains"
  }

  private var body: HTML {
    let sections = domains.prefix(Self.mostDomains).enumerated().compactMap { number, domain in
      domain.timeline.map { timeline in
        DomainSection(domain: domain, timeline: timeline, context: context, number: number).html
      }
    }
    return """
      \(domains.count == 1 ? .empty : overview)\(sections)
      \(ProblemsSection(problems: context.problems).html)
      \(footer)
      """
  }

  private var overview: HTML {
    guard !domains.isEmpty else { return "<h1>DMARC</h1><p>\(context.whenEmpty)</p>" }
    let table = OverviewSection(
      domains: domains, detailed: min(domains.count, Self.mostDomains))
    return """
      <h1>DMARC of \(domains.count) domains</h1>
      <p class="soft">Mail of \(context.window.lowerBound.text) to \
      \(context.window.upperBound.text).</p>
      \(table.html)
      """
  }

  private var footer: HTML {
    """
    <footer>Made by <code>dmarc-report</code> on \(context.today.text) from the reports of receivers, \
    by UTC day. A message passes where receiver and evidence agree that it does. What nobody reports \
    is not in here. The words are explained by <code>dmarc-report help readiness</code>.</footer>
    """
  }
}
