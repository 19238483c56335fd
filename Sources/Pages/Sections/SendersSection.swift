import Analysis
import DMARC
import ReportOutput

/// Who sends: what their mail is, how much of it there is, and why it is taken for what it is.
struct SendersSection {
  /// Senders that have a row of their own.
  static let most = 40

  private let domain: DomainReadiness
  private let timeline: Timeline
  /// What is known of each sender, one for each class of its mail.
  private let streams: [Identity: [Stream]]

  init(_ domain: DomainReadiness, _ timeline: Timeline) {
    self.domain = domain
    self.timeline = timeline
    streams = Dictionary(
      grouping: domain.own.streams + (domain.subdomains?.streams ?? []), by: \.identity)
  }

  var html: HTML? {
    guard !timeline.senders.isEmpty else { return nil }
    let (named, others, counts) = timeline.senders(first: Self.most)
    let largest = named.map { Double($0.counts.messages) }.max() ?? 0
    let rows = named.map { row($0, largest) }
    return """
      <h2>Senders</h2>
      <p class="soft">What needs doing first. The length of a bar is the square root of the \
      messages, so that small senders are seen.</p>
      <table class="stack"><thead><tr><th scope="col">Sender</th><th scope="col">What it is</th>\
      <th class="n" scope="col">Messages</th><th class="n" scope="col">Failing</th>\
      <th scope="col">Volume</th><th class="n" scope="col">Days</th>\
      <th class="n" scope="col">Reporters</th><th scope="col">Seen</th></tr></thead><tbody>\(rows)\
      \(rest(others, counts, largest))</tbody></table>
      \(others > 0 ? Self.limit : .empty)
      """
  }

  private func row(_ sender: Timeline.OfSender, _ largest: Double) -> HTML {
    """
    <tr><th scope="row">\(name: label(sender))\(why(sender))</th>\(cells(sender.counts, largest))\
    <td class="n" data-l="Days">\(sender.days.count)</td>\
    <td class="n" data-l="Reporters">\(sender.reporters)</td>\
    <td class="day" data-l="Seen">\(Self.seen(sender))</td></tr>
    """
  }

  private func cells(_ counts: KindCounts, _ largest: Double) -> HTML {
    """
    <td>\(Self.tags(counts))</td>\
    <td class="n" data-l="Messages">\(Human.count(counts.messages))</td>\
    <td class="n" data-l="Failing">\(counts.failing > 0 ? Human.count(counts.failing) : "–")</td>\
    <td>\(SenderBar.html(counts, largest: largest))</td>
    """
  }

  private func rest(_ others: Int, _ counts: KindCounts, _ largest: Double) -> HTML? {
    guard others > 0 else { return nil }
    return """
      <tr><th scope="row">\(Human.counted(Int64(others), "more sender"))</th>\(cells(counts, largest))<td></td><td></td><td></td></tr>
      """
  }

  private static let limit: HTML = """
    <p class="soft">Not named are strangers of fewer than 10 messages each, and what is more than \
    \(most) senders. <code>dmarc-report readiness --by sender</code> lists all.</p>
    """

  private func label(_ sender: Timeline.OfSender) -> String {
    let identity = Human.named(sender.identity.text)
    return streams[sender.identity]?.lazy.compactMap(\.name).first.map { "\($0), \(identity)" }
      ?? identity
  }

  /// Its kinds in words; with how many of each where there are several.
  private static func tags(_ counts: KindCounts) -> HTML {
    let kinds = counts.present(of: MailKind.failing + [.passes, .unproven])
    return kinds.map { kind -> HTML in
      let number = kinds.count > 1 ? " \(Human.count(counts[kind]))" : ""
      return "<span class=\"tag t-\(kind.rawValue)\">\(kind.tag)\(number)</span>"
    }.joined()
  }

  private func why(_ sender: Timeline.OfSender) -> HTML? {
    guard let streams = streams[sender.identity], !streams.isEmpty else { return nil }
    let wording = StreamWording(domain: domain.domain)
    let sentences = streams.map { stream -> HTML in
      let advice = wording.advice(for: stream).map { " What to do: \($0)." } ?? ""
      return "<p>\(stream.kind.rawValue): \(wording.reason(for: stream)).\(advice)</p>"
    }
    return "<details><summary>why</summary>\(sentences)</details>"
  }

  private static func seen(_ sender: Timeline.OfSender) -> String {
    guard let first = sender.days.first, let last = sender.days.last else { return "" }
    return first == last ? DayAxis.short(first) : "\(DayAxis.short(first)) – \(DayAxis.short(last))"
  }
}
