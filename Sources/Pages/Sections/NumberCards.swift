import Analysis
import DMARC
import ReportOutput

/// The numbers of the window, each with what it means; where subdomains send, theirs apart.
struct NumberCards {
  private let domain: DomainReadiness
  private let timeline: Timeline

  init(_ domain: DomainReadiness, _ timeline: Timeline) {
    self.domain = domain
    self.timeline = timeline
  }

  var html: HTML {
    """
    <ul class="cards">\(cards)</ul>
    \(parts)
    """
  }

  private var cards: [HTML] {
    let counts = timeline.total
    let legitimate = counts[.passes] + counts[.atRisk]
    var cards: [HTML] = [
      card(Human.count(counts.messages), "messages"),
      card(Self.share(counts[.passes], of: counts.messages), "pass DMARC"),
      card(
        Human.count(counts[.atRisk]),
        "at risk: \(Self.share(counts[.atRisk], of: legitimate)) of your own mail"),
    ]
    if counts[.inQuestion] > 0 {
      cards.append(card(Human.count(counts[.inQuestion]), "in question: only you can say"))
    }
    cards += [
      card(Human.count(counts[.forwarded]), "forwarded by others: nothing to repair"),
      card(Human.count(counts[.spoofed]), "spoofed: forged by strangers; reject stops it"),
    ]
    return cards
  }

  private func card(_ number: String, _ meaning: String) -> HTML {
    "<li><b>\(number)</b><span>\(meaning)</span></li>"
  }

  private static func share(_ part: MessageCount, of whole: MessageCount) -> String {
    part.share(of: whole).map(Human.share) ?? "–"
  }

  /// Which part is the domain's own: verdicts are about each by itself.
  private var parts: HTML? {
    guard timeline.subdomains.messages > 0 else { return nil }
    let note: HTML =
      domain.isJudgedTogether
      ? "It sends nothing under its own name: the verdict is about the mail of its subdomains."
      : "The verdict is about the domain itself; its subdomains have one of their own."
    return """
      <table class="stack"><caption>\(note)</caption>
      <thead><tr><th scope="col">Of these</th>\(KindColumns.head(timeline.total))</tr></thead><tbody>
      <tr><th scope="row">the domain itself</th>\(KindColumns.cells(timeline.own, timeline.total))</tr>
      <tr><th scope="row">its subdomains</th>\(KindColumns.cells(timeline.subdomains, timeline.total))</tr>
      <tr class="total"><th scope="row">all</th>\(KindColumns.cells(timeline.total, timeline.total))</tr>
      </tbody></table>
      """
  }
}
