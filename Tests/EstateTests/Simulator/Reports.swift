import DMARC
import TestSupport

/// A report of a simulated receiver.
struct SimulatedReport {
  struct Row {
    var address: String
    var look: Look
    var messages: Int
    var disposition: Disposition
    var dkim: Bool
    var spf: Bool
  }

  var reporter: String
  var isModern: Bool
  var domain: String
  var day: Day
  var policy: PublishedPolicy
  var rows: [Row]
  var serial: Int
}

extension Estate {
  /// What the receivers report, and what was made up.
  func reports(_ domains: any OrganizationalDomains) -> [SimulatedReport] {
    var dice = Dice(seed: seed ^ 0xfeed)
    var rows = Array(repeating: [SimulatedReport.Row](), count: places)
    for batch in batches {
      let of = 1 + (sisters.firstIndex(of: policyDomain(of: batch.look.from)) ?? -1)
      for (index, messages) in shares(of: batch, &dice).enumerated() where messages > 0 {
        rows[place(of, index, batch.day)].append(
          row(batch, messages, policy(on: batch.day), receivers[index], domains))
      }
    }
    var reports: [SimulatedReport] = []
    for (of, domain) in ([domain] + sisters).enumerated() {
      for (index, receiver) in receivers.enumerated() {
        for day in 0..<days where isSent(receiver, day, rows[place(of, index, day)].isEmpty) {
          reports.append(
            SimulatedReport(
              reporter: receiver.name(on: day), isModern: receiver.isModern, domain: domain,
              day: self.day(day), policy: policy(on: day), rows: rows[place(of, index, day)],
              serial: reports.count))
        }
      }
    }
    for forgery in forged {
      let rows = forgery.batches.map {
        row($0, $0.messages, forgery.policy, Receiver(name: forgery.reporter, weight: 1), domains)
      }
      reports.append(
        SimulatedReport(
          reporter: forgery.reporter, isModern: false, domain: domain, day: day(forgery.day),
          policy: forgery.policy, rows: rows, serial: reports.count))
    }
    return reports
  }

  private var places: Int { (1 + sisters.count) * receivers.count * days }

  private func place(_ domain: Int, _ receiver: Int, _ day: Int) -> Int {
    (domain * receivers.count + receiver) * days + day
  }

  private func isSent(_ receiver: Receiver, _ day: Int, _ isEmpty: Bool) -> Bool {
    !lostDays.contains(day) && !receiver.silentDays.contains(day)
      && (!isEmpty || receiver.nullDays.contains(day))
  }

  /// How many of a batch each receiver gets: a few mails by chance, many in proportion.
  private func shares(of batch: Batch, _ dice: inout Dice) -> [Int] {
    var shares = Array(repeating: 0, count: receivers.count)
    if let only = batch.receiver {
      shares[min(only, receivers.count - 1)] = batch.messages
      return shares
    }
    let total = receivers.map(\.weight).reduce(0, +)
    var left = batch.messages
    if batch.messages >= 40 {
      for (index, receiver) in receivers.enumerated() {
        let usual = Double(batch.messages * receiver.weight) / Double(total)
        let share = Int(usual * Double(dice.int(85...100)) / 100)
        shares[index] = share
        left -= share
      }
    }
    // What proportion leaves over goes to the largest, a few mails go anywhere.
    while left > 0, left < 40 {
      var number = dice.int(0...(total - 1))
      let index = receivers.firstIndex { receiver in
        number -= receiver.weight
        return number < 0
      }
      shares[index ?? 0] += 1
      left -= 1
    }
    shares[0] += left
    return shares
  }

  private func row(
    _ batch: Batch, _ messages: Int, _ policy: PublishedPolicy, _ receiver: Receiver,
    _ domains: any OrganizationalDomains
  ) -> SimulatedReport.Row {
    var look = batch.look
    for quirk in receiver.quirks where quirk.days.contains(batch.day) {
      quirk.change(&look, of: policyDomain(of: look.from))
    }
    let passes = look.passes(domains, policy)
    let asked = look.from == domain ? policy.p : policy.sp ?? policy.p
    let isFine = passes.dkim || passes.spf
    let disposition: Disposition =
      isFine
      ? (receiver.isModern && asked != .none ? .pass : .none)
      : look.overrides.isEmpty && !policy.testing
        ? Disposition(rawValue: asked.rawValue) ?? .none : .none
    return SimulatedReport.Row(
      address: batch.address, look: look, messages: messages, disposition: disposition,
      dkim: look.claims?.dkim ?? passes.dkim, spf: look.claims?.spf ?? passes.spf)
  }
}
