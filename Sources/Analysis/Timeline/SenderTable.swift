import DMARC

/// Adds mail up by sender, whatever its class: who sends is one row, however much of it passes.
struct SenderTable {
  private var numbers = Numbering<Sender>()
  /// By number of the sender.
  private var counts: [KindCounts] = []
  /// The sender of each group, in order.
  private var senderOfGroup: [Int32] = []

  /// The number of the sender of a group; groups come in order, each once.
  mutating func number(of group: Int, in sorted: SortedMail) -> Int {
    let sender = numbers.number(of: sorted.listedSender(of: group))
    if sender == counts.count { counts.append(KindCounts()) }
    senderOfGroup.append(Int32(truncatingIfNeeded: sender))
    return sender
  }

  mutating func add(_ more: KindCounts, to sender: Int) { counts[sender] += more }

  /// Lists the senders, those first that matter most.
  func write(to timeline: inout Timeline, of sorted: SortedMail) {
    // Counts of messages are taken out once: they are compared very often.
    let ranks = counts.map { ($0[.atRisk], $0[.inQuestion], $0.messages) }
    let identities = numbers.keys.map(sorted.mail.identity(of:))
    let listed = counts.indices.sorted { left, right in
      if ranks[left] != ranks[right] { return ranks[left] > ranks[right] }
      return identities[left] < identities[right]
    }
    var places = Array(repeating: 0, count: counts.count)
    for (place, sender) in listed.enumerated() { places[sender] = place }
    timeline.senders = listed.map { sender in
      Timeline.OfSender(identity: identities[sender], counts: counts[sender])
    }
    addSightings(to: &timeline.senders, places, of: sorted.mail)
  }

  /// When, by whom and from how many addresses the senders were seen.
  private func addSightings(
    to senders: inout [Timeline.OfSender], _ places: [Int], of mail: DomainMail
  ) {
    var groups: [[Int]] = Array(repeating: [], count: senders.count)
    for (group, sender) in senderOfGroup.enumerated() {
      groups[places[Int(sender)]].append(group)
    }
    var (seen, addresses) = (
      MarkSet(count: mail.observations.count), MarkSet(count: mail.addresses.count)
    )
    for place in senders.indices {
      var (days, reporters): (Set<Day>, Set<Int>) = ([], [])
      for group in groups[place] {
        if addresses.insert(mail.groups[group].place) { senders[place].addresses += 1 }
        for item in mail.mail(of: group) where seen.insert(Int(item.observation)) {
          days.insert(mail.observation(of: item).day)
          reporters.insert(mail.observation(of: item).reporter)
        }
      }
      senders[place].days = days.sorted()
      senders[place].reporters = reporters.count
      seen.clear()
      addresses.clear()
    }
  }
}
