import Analysis
import DMARC
import ReportOutput

/// What is different from the window before, which is as long.
struct ChangesSection {
  /// Names that are listed of each kind of change.
  private static let most = 8

  private let domain: DomainReadiness
  private let context: PageContext

  init(_ domain: DomainReadiness, _ context: PageContext) {
    self.domain = domain
    self.context = context
  }

  var html: HTML? {
    guard let before = context.before[domain.domain],
      let changes = WindowChanges(from: before, to: domain), let now = domain.timeline?.total
    else { return nil }
    let items = told(changes) + spoofed(changes.countsBefore[.spoofed], now[.spoofed])
    let list: HTML =
      items.isEmpty
      ? "<p>Senders, reporters, policy and verdict are as they were.</p>"
      : "<ul class=\"plain\">\(items)</ul>"
    return """
      <h2>What changed</h2>
      <p class="soft">Against the \(context.window.count) days before, \
      \(context.window.lowerBound.advanced(by: -context.window.count).text) to \
      \(context.window.lowerBound.advanced(by: -1).text).</p>
      \(list)
      <details><summary>The numbers of both</summary>\(numbers(changes.countsBefore, now))</details>
      """
  }

  private func told(_ changes: WindowChanges) -> [HTML] {
    var items: [HTML] = []
    if let verdict = changes.verdictBefore {
      items.append(
        "<li>The verdict was <b>\(verdict.rawValue)</b> and is <b>\(domain.verdict.rawValue)</b>.</li>"
      )
    }
    if let policy = changes.policyBefore {
      items.append(
        "<li>The policy was <code>\(policy.tags)</code> and is <code>\(domain.policy.tags)</code>.</li>"
      )
    }
    items += changes.turns.prefix(Self.most).map { turn in
      let word: HTML = turn.now > turn.before ? "passes now" : "fails now"
      return """
        <li><b>\(name: Human.named(turn.identity.text))</b> \(word): \(Human.share(turn.now)) of it \
        pass, \(Human.share(turn.before)) before.</li>
        """
    }
    items += list("New senders", changes.newSenders.map(Self.sender))
    items += list("Senders that came no more", changes.goneSenders.map(Self.sender))
    items += list("New reporters", changes.newReporters.map { "\(name: Human.named($0))" })
    items += list(
      "Reporters that fell silent", changes.goneReporters.map { "\(name: Human.named($0))" })
    return items
  }

  /// A wave of forged mail is worth a word, though it changes no verdict.
  private func spoofed(_ before: MessageCount, _ now: MessageCount) -> [HTML] {
    guard now >= 100, now.number / 3 >= before.number else { return [] }
    return [
      """
      <li>Strangers sent \(Human.counted(now)) in this domain's name, \(Human.count(before)) before.</li>
      """
    ]
  }

  private static func sender(_ sender: Timeline.OfSender) -> HTML {
    let kinds = sender.counts.present(of: MailKind.allCases).map(\.tag).joined(separator: ", ")
    return
      "\(name: Human.named(sender.identity.text)) (\(Human.count(sender.counts.messages)): \(kinds))"
  }

  private func list(_ title: HTML, _ names: [HTML]) -> [HTML] {
    guard !names.isEmpty else { return [] }
    var line: HTML = "<li>\(title): "
    for (number, name) in names.prefix(Self.most).enumerated() {
      line += number > 0 ? ", \(name)" : name
    }
    if names.count > Self.most { line += " and \(names.count - Self.most) more" }
    return [line + "</li>"]
  }

  private func numbers(_ before: KindCounts, _ now: KindCounts) -> HTML {
    let both = before + now
    let rows =
      [("all messages", before.messages, now.messages)]
      + both.present(of: MailKind.allCases).map { ($0.words, before[$0], now[$0]) }
    let cells = rows.map { title, before, now -> HTML in
      """
      <tr><th scope="row">\(title)</th><td class="n">\(Human.count(before))</td>\
      <td class="n">\(Human.count(now))</td><td class="n">\(Self.change(before, now))</td></tr>
      """
    }
    return """
      <table><thead><tr><th scope="col">Messages</th><th class="n" scope="col">Before</th>\
      <th class="n" scope="col">Now</th><th class="n" scope="col">Change</th></tr></thead>\
      <tbody>\(cells)</tbody></table>
      """
  }

  private static func change(_ before: MessageCount, _ now: MessageCount) -> String {
    guard before != now else { return "0 %" }
    guard before > 0 else { return "new" }
    let change = Double(now) / Double(before) - 1
    return "\(change > 0 ? "+" : "")\(Human.share(change))"
  }
}
