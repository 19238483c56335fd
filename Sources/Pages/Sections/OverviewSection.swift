import Analysis
import DMARC
import ReportOutput

/// All domains in one table, those first that need most attention; silent ones too.
struct OverviewSection {
  /// In the order of the page.
  let domains: [DomainReadiness]
  /// How many of them have a section of their own.
  let detailed: Int

  var html: HTML {
    let rows = domains.enumerated().map { number, domain in row(number, domain) }
    let limit: HTML? =
      detailed < domains.count
      ? """
      <p class="note">The first \(detailed) have a section of their own below; \
      <code>dmarc-report page --domain</code> with its name makes that of any other.</p>
      """ : nil
    return """
      <h2>All domains</h2>
      <p class="soft">\(counts)</p>
      \(limit)
      <table class="stack"><thead><tr><th scope="col">Domain</th><th scope="col">Verdict</th>\
      <th scope="col">Policy</th><th class="n" scope="col">Messages</th>\
      <th class="n" scope="col">Pass</th><th class="n" scope="col">At risk</th>\
      <th class="n" scope="col">In question</th><th class="n" scope="col">Spoofed</th>\
      <th scope="col">What to do first</th></tr></thead><tbody>\(rows)\(total)</tbody></table>
      """
  }

  private var counts: String {
    Verdict.allCases.compactMap { verdict in
      let count = domains.count { $0.verdict == verdict }
      return count > 0 ? "\(Human.count(Int64(count))) \(verdict.rawValue)" : nil
    }.joined(separator: ", ")
  }

  private func row(_ number: Int, _ domain: DomainReadiness) -> HTML {
    let name: HTML = "\(name: Human.named(domain.domain))"
    let link: HTML = number < detailed ? "<a href=\"#d\(number)\">\(name)</a>" : name
    return """
      <tr><th scope="row">\(link)</th>\
      <td class="whole" data-l="Verdict">\(domain.verdict.symbol) <b>\(domain.verdict.rawValue)</b></td>\
      <td class="whole" data-l="Policy"><code>p=\(domain.policy.p.rawValue)</code></td>\
      \(numbers(domain.timeline?.total ?? KindCounts()))<td data-l="First">\(first(domain))</td></tr>
      """
  }

  private var total: HTML {
    let sum = domains.compactMap(\.timeline?.total).reduce(into: KindCounts()) { $0 += $1 }
    return """
      <tr class="total"><th scope="row">All</th><td></td><td></td>\(numbers(sum))<td></td></tr>
      """
  }

  private func numbers(_ counts: KindCounts) -> HTML {
    let pass = counts[.passes].share(of: counts.messages).map(Human.share) ?? "–"
    return """
      <td class="n" data-l="Messages">\(Human.count(counts.messages))</td>\
      <td class="n" data-l="Pass">\(pass)</td>\
      <td class="n" data-l="At risk">\(Human.count(counts[.atRisk]))</td>\
      <td class="n" data-l="In question">\(Human.count(counts[.inQuestion]))</td>\
      <td class="n" data-l="Spoofed">\(Human.count(counts[.spoofed]))</td>
      """
  }

  private func first(_ domain: DomainReadiness) -> HTML {
    if let stream = domain.own.fixes.first ?? domain.subdomains?.fixes.first {
      return "set \(name: stream.label) right"
    }
    if let since = domain.own.silentSince {
      return "find out why no report came since \(since.text)"
    }
    let questions = domain.own.questions.count
    if domain.verdict == .ask || questions > 0 {
      return "answer \(Human.counted(Int64(questions), "question"))"
    }
    if domain.next.isChange, domain.verdict.isGood {
      return "publish <code>p=\(domain.next.p.rawValue)</code>"
    }
    if let day = domain.own.earliest { return "wait until \(day.text)" }
    return domain.verdict == .wait ? "wait for reports" : "nothing"
  }
}
