import DMARC

/// The numbers of a part of a domain's mail that the gates are about.
struct Tally {
  struct Cell: Hashable {
    let reporter: Int
    let day: Day
  }

  var messages: Int64 = 0
  var passing: Int64 = 0
  var unproven: Int64 = 0
  /// Passing mail as established reporters saw it, without what a forwarder passed on.
  var trusted: Int64 = 0
  var trustedByDKIM: Int64 = 0
  var atRisk: Int64 = 0
  var forwarded: Int64 = 0
  var disputed: Int64 = 0
  private var cells: [Cell: (passing: Int64, atRisk: Int64)] = [:]

  init(_ items: some Sequence<SortedMail.Item>) {
    for item in items { add(item) }
  }

  private mutating func add(_ item: SortedMail.Item) {
    let mail = item.mail
    messages = messages.adding(mail.messages)
    atRisk = atRisk.adding(item.atRisk)
    if mail.isDisputed { disputed = disputed.adding(mail.messages) }
    if mail.isUnproven { unproven = unproven.adding(mail.messages) }
    if item.finding.kind == .forwarded { forwarded = forwarded.adding(mail.messages) }
    if mail.passes { addPassing(item) }
    guard mail.isEstablished, !item.isRelayed else { return }
    let cell = Cell(reporter: mail.reporter, day: mail.day)
    var sums = cells[cell, default: (0, 0)]
    if mail.passes { sums.passing = sums.passing.adding(mail.messages) }
    sums.atRisk = sums.atRisk.adding(item.atRisk)
    cells[cell] = sums
  }

  private mutating func addPassing(_ item: SortedMail.Item) {
    let mail = item.mail
    passing = passing.adding(mail.messages)
    guard mail.isEstablished, !item.isRelayed else { return }
    trusted = trusted.adding(mail.messages)
    if mail.dkimAligned { trustedByDKIM = trustedByDKIM.adding(mail.messages) }
  }

  var legitimate: Int64 { passing.adding(atRisk) }
  /// Failing mail that is neither ours nor passed on.
  var spoofed: Int64 {
    [passing, unproven, atRisk, forwarded].reduce(messages) { max(0, $0 - $1) }
  }
  var rawPassRate: Double? { Self.share(passing, of: messages) }
  var atRiskShare: Double? { Self.share(atRisk, of: legitimate) }
  var dkimShare: Double? { Self.share(trustedByDKIM, of: trusted) }
  var isSilent: Bool { passing == 0 && atRisk == 0 }

  /// The share at risk the gates look at: the worst of several ways to count it.
  ///
  /// Passing mail counts as established reporters saw it come from its senders, and no one day of
  /// one reporter may halve the share: neither can be done by a single report made up to dilute it.
  var guardedShare: Double {
    let established = Self.share(atRisk, of: trusted.adding(atRisk)) ?? 0
    guard
      let largest = cells.values.max(by: { ($0.passing, $1.atRisk) < ($1.passing, $0.atRisk) })
    else {
      return max(atRiskShare ?? 0, established)
    }
    let rest = atRisk - largest.atRisk
    let others = trusted - largest.passing
    let without = others < 50 ? 0 : Self.share(rest, of: others.adding(rest)) ?? 0
    return max(atRiskShare ?? 0, established, without / 2)
  }

  static func share(_ part: Int64, of whole: Int64) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}
