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
    var rows: [[[SimulatedReport.Row]]] = Array(
      repeating: Array(repeating: [], count: days), count: receivers.count)
    for batch in batches {
      for (index, messages) in shares(of: batch.messages, &dice).enumerated() where messages > 0 {
        rows[index][batch.day].append(
          row(batch, messages, policy(on: batch.day), receivers[index].isModern, domains))
      }
    }
    var reports: [SimulatedReport] = []
    for (index, receiver) in receivers.enumerated() {
      for day in 0..<days
      where !rows[index][day].isEmpty && !lostDays.contains(day)
        && !receiver.silentDays.contains(day)
      {
        reports.append(
          SimulatedReport(
            reporter: receiver.name, isModern: receiver.isModern, domain: domain,
            day: self.day(day), policy: policy(on: day), rows: rows[index][day],
            serial: reports.count))
      }
    }
    for forgery in forged {
      let rows = forgery.batches.map { row($0, $0.messages, forgery.policy, false, domains) }
      reports.append(
        SimulatedReport(
          reporter: forgery.reporter, isModern: false, domain: domain, day: day(forgery.day),
          policy: forgery.policy, rows: rows, serial: reports.count))
    }
    return reports
  }

  private func shares(of messages: Int, _ dice: inout Dice) -> [Int] {
    let total = receivers.map(\.weight).reduce(0, +)
    guard messages < 60 else {
      var shares = receivers.map { messages * $0.weight / total }
      shares[0] += messages - shares.reduce(0, +)
      return shares
    }
    var shares = Array(repeating: 0, count: receivers.count)
    for _ in 0..<messages {
      var left = dice.int(0...(total - 1))
      for (index, receiver) in receivers.enumerated() {
        if left < receiver.weight {
          shares[index] += 1
          break
        }
        left -= receiver.weight
      }
    }
    return shares
  }

  private func row(
    _ batch: Batch, _ messages: Int, _ policy: PublishedPolicy, _ isModern: Bool,
    _ domains: any OrganizationalDomains
  ) -> SimulatedReport.Row {
    let look = batch.look
    let passes = look.passes(domains)
    let asked = look.from == domain ? policy.p : policy.sp ?? policy.p
    let isFine = passes.dkim || passes.spf
    let disposition: Disposition =
      isFine
      ? (isModern && asked != .none ? .pass : .none)
      : look.overrides.isEmpty ? Disposition(rawValue: asked.rawValue) ?? .none : .none
    return SimulatedReport.Row(
      address: batch.address, look: look, messages: messages, disposition: disposition,
      dkim: look.claims?.dkim ?? passes.dkim, spf: look.claims?.spf ?? passes.spf)
  }
}

extension Look {
  /// What a careful receiver finds.
  func passes(_ domains: any OrganizationalDomains) -> (dkim: Bool, spf: Bool) {
    let dkim = signatures.contains {
      $0.result == .pass && domains.isAligned($0.domain, with: from, mode: .relaxed)
    }
    return (dkim, spf == .pass && domains.isAligned(spfDomain, with: from, mode: .relaxed))
  }
}
