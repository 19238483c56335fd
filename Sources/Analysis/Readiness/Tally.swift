import DMARC

/// The numbers of a part of a domain's mail that the gates are about.
struct Tally {
  /// Messages by kind.
  ///
  /// What is at risk is what established reporters saw: a made-up report cannot raise it.
  private(set) var counts = KindCounts()
  /// Passing mail as established reporters saw it.
  var heard: MessageCount = 0
  /// The same without what a forwarder passed on.
  var trusted: MessageCount = 0
  var trustedByDKIM: MessageCount = 0
  var disputed: MessageCount = 0
  /// The same of one day of one reporter, where there is any.
  private typealias Cell = (passing: MessageCount, atRisk: MessageCount)
  private var cells: [Cell?]

  /// The numbers of the groups chosen, from a day on.
  init(_ sorted: SortedMail, where chosen: [Bool], from day: Day? = nil) {
    cells = Array(repeating: nil, count: sorted.mail.observations.count)
    for number in chosen.indices where chosen[number] {
      let (group, item) = (sorted.mail.groups[number], sorted.items[number])
      var count: MessageCount = 0
      for mail in sorted.mail.mail(of: number) {
        let observation = sorted.mail.observation(of: mail)
        if let day, observation.day < day { continue }
        count += mail.messages
        counts[sorted.kind(of: number, isEstablished: observation.isEstablished)] += mail.messages
        guard observation.isEstablished else { continue }
        if group.passes { heard += mail.messages }
        guard !item.isRelayed else { continue }
        addTrusted(mail, group, item)
      }
      if group.isDisputed { disputed += count }
    }
  }

  private mutating func addTrusted(_ mail: Mail, _ group: MailGroup, _ item: SortedMail.Item) {
    var cell = cells[Int(mail.observation)] ?? (0, 0)
    if group.passes {
      trusted += mail.messages
      if group.dkimAligned { trustedByDKIM += mail.messages }
      cell.passing += mail.messages
    }
    if item.weighs { cell.atRisk += mail.messages }
    cells[Int(mail.observation)] = cell
  }

  var messages: MessageCount { counts.messages }
  var passing: MessageCount { counts[.passes] }
  var atRisk: MessageCount { counts[.atRisk] }
  var legitimate: MessageCount { passing + atRisk }
  var rawPassRate: Double? { Self.share(passing, of: messages) }
  var atRiskShare: Double? { Self.share(atRisk, of: legitimate) }
  var dkimShare: Double? { Self.share(trustedByDKIM, of: trusted) }
  /// Whether nothing of the domain's own was seen by anybody established.
  var isSilent: Bool { heard == 0 && atRisk == 0 }

  /// The share at risk the gates look at: the worst of several ways to count it.
  ///
  /// Passing mail counts as established reporters saw it come from its senders, and no one day of
  /// one reporter may halve the share: neither can be done by a single report made up to dilute it.
  var guardedShare: Double {
    let established = Self.share(atRisk, of: trusted + atRisk) ?? 0
    let largest = cells.lazy.compactMap { $0 }
      .max { ($0.passing, $1.atRisk) < ($1.passing, $0.atRisk) }
    guard let largest else { return max(atRiskShare ?? 0, established) }
    let rest = atRisk - largest.atRisk
    let others = trusted - largest.passing
    let without = others < 50 ? 0 : Self.share(rest, of: others + rest) ?? 0
    return max(atRiskShare ?? 0, established, without / 2)
  }

  static func share(_ part: MessageCount, of whole: MessageCount) -> Double? {
    part.share(of: whole)
  }
}
