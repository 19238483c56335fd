import Analysis
import DMARC
import Facts
import ReportOutput

/// What to do first, by whom, and what stays at risk after it.
struct TodoSection {
  /// Things that are listed of each kind.
  private static let most = 10

  private let domain: DomainReadiness
  private let names: Names

  init(_ domain: DomainReadiness, names: Names) {
    self.domain = domain
    self.names = names
  }

  var html: HTML {
    let items = silence + scopes.flatMap(fixes) + scopes.flatMap(questions) + publish
    guard !items.isEmpty else {
      return waiting.isEmpty
        ? "<h2>What to do</h2><p>Nothing.</p>"
        : "<h2>What to wait for</h2><ul class=\"plain\">\(waiting)</ul>"
    }
    return "<h2>What to do first</h2><ol class=\"todo\">\(items)</ol>\(after)"
  }

  private var scopes: [ScopeReadiness] { [domain.own] + (domain.subdomains.map { [$0] } ?? []) }

  private var silence: [HTML] {
    guard let since = domain.own.silentSince else { return [] }
    return [
      """
      <li>Find out why no report came since \(since.text): does the record still name an address for \
      reports, and is its mailbox read?
      <span class="who">Who: whoever keeps the DNS of the domain, and whoever keeps the mailbox.</span></li>
      """
    ]
  }

  private func fixes(_ scope: ScopeReadiness) -> [HTML] {
    let wording = StreamWording(domain: domain.domain)
    var items = scope.fixes.prefix(Self.most).map { stream -> HTML in
      let advice = wording.advice(for: stream) ?? "set it right"
      return """
        <li><b>\(name: stream.label)</b>, \(Human.counted(stream.atRisk)) at risk on \
        \(Human.counted(Int64(stream.days.count), "day")): \(advice). \
        <span class="who">Who: \(stream.remedy.who). \(risk(after: stream))</span></li>
        """
    }
    let more = scope.fixes.count - items.count
    if more > 0 {
      items.append(
        "<li>\(more) more senders, in the table of senders and in <code>readiness</code>.</li>")
    }
    return items
  }

  private func risk(after stream: Stream) -> String {
    stream.afterFixAtRiskShare.map { "Your mail at risk once this is done: \(Human.share($0))." }
      ?? ""
  }

  private func questions(_ scope: ScopeReadiness) -> [HTML] {
    scope.questions.map { question in
      let text = QuestionText(question, names: names)
      let commands = text.commands.map { line -> HTML in "<li><code>\(line)</code></li>" }
      return """
        <li><b>Answer:</b> \(text.sentence)
        <span class="who">Who: you know whether you use it. Whoever runs dmarc-report enters one of \
        these:</span>
        <ul class="plain">\(commands)</ul></li>
        """
    }
  }

  private var publish: [HTML] {
    guard domain.next.isChange else { return [] }
    let first: HTML = domain.verdict.isGood ? "Publish now:" : "When that is done, publish:"
    return [
      """
      <li>\(first) <code>_dmarc.\(plainName: domain.domain) TXT &quot;\(domain.next.record)&quot;</code>
      <span class="who">Who: whoever keeps the DNS of the domain.</span></li>
      """
    ]
  }

  private var after: HTML? {
    guard domain.own.fixes.count > 1, let share = domain.own.atRiskShareAfterFixes else {
      return nil
    }
    return
      "<p class=\"soft\">Your mail at risk once all of these are done: \(Human.share(share)).</p>"
  }

  /// The conditions that time or others will meet.
  private var waiting: [HTML] {
    domain.own.unmet.map { gate in
      let day = gate.earliest.map { ", on \($0.text) at the earliest" } ?? ""
      return """
        <li>\(gate.name.title): \(gate.actual.text) now, \(gate.requiredText) required\(day)</li>
        """
    }
  }
}

extension Stream {
  /// What the operator calls the sender, and who it is.
  var label: String {
    let identity = Human.named(identity.text)
    return name.map { "\($0), \(identity)" } ?? identity
  }
}

extension Remedy {
  /// Who can do it.
  fileprivate var who: HTML {
    switch self {
    case .sign: "whoever keeps your account with this sender"
    case .publishKey: "whoever keeps the DNS of the domain, with whoever keeps the account"
    case .nameInSPF: "whoever keeps the DNS of the domain and this server"
    case .answer, .nothing: "you"
    }
  }
}
