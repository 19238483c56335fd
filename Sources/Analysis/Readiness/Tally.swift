import DMARC

/// The numbers of a part of a domain's mail that the gates are about.
struct Tally {
  var messages: MessageCount = 0
  var passing: MessageCount = 0
  var unproven: MessageCount = 0
  /// Passing mail as established reporters saw it.
  var heard: MessageCount = 0
  /// The same without what a forwarder passed on.
  var trusted: MessageCount = 0
  var trustedByDKIM: MessageCount = 0
  /// Failing mail that counts as the owner's, as established reporters saw it: a made-up report
  /// cannot raise it.
  var atRisk: MessageCount = 0
  var forwarded: MessageCount = 0
  /// Failing mail that the owner is asked about, and what only reporters that are not established
  /// tell of.
  var inQuestion: MessageCount = 0
  /// Failing mail of the owner's that is no loss to come: repaired since, or temporary errors.
  var over: MessageCount = 0
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
        guard observation.isEstablished else {
          if item.weighs { inQuestion += mail.messages }
          continue
        }
        if item.weighs { atRisk += mail.messages }
        if group.passes { heard += mail.messages }
        guard !item.isRelayed else { continue }
        addTrusted(mail, group, item)
      }
      add(count, group, item)
    }
  }

  private mutating func add(_ count: MessageCount, _ group: MailGroup, _ item: SortedMail.Item) {
    messages += count
    if item.isAsked { inQuestion += count }
    if item.isOver { over += count }
    if group.isDisputed { disputed += count }
    if group.isUnproven { unproven += count }
    if item.classification.kind == .forwarded { forwarded += count }
    if group.passes { passing += count }
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

  var legitimate: MessageCount { passing + atRisk }
  /// Failing mail that is neither ours nor passed on.
  var spoofed: MessageCount {
    [passing, unproven, atRisk, forwarded, inQuestion, over].reduce(messages) { max(0, $0 - $1) }
  }
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
