import Analysis
import DMARC

/// A simulated domain with its mail, its receivers and the truth about both.
struct Estate {
  var name: String
  var seed: UInt64
  var domain = "example.com"
  var days = 30
  var receivers = Receiver.usual
  var streams: [TrueStream] = []
  var batches: [Batch] = []
  /// The policy from a day of the window on, the first from before it.
  var policies: [(from: Int, policy: PublishedPolicy)] = [(-400, PublishedPolicy(p: .none))]
  /// Days of which no report arrived.
  var lostDays: Set<Int> = []
  var forged: [ForgedReport] = []
  /// What may be said of it.
  var allowed: Set<Verdict> = Set(Verdict.allCases)

  /// The last day of every window: 2026-11-22.
  static let lastDay = Day(year: 2026, month: 11, day: 22)

  func day(_ index: Int) -> Day { Self.lastDay.advanced(by: index - days + 1) }

  func policy(on day: Int) -> PublishedPolicy {
    policies.last { $0.from <= day }?.policy ?? PublishedPolicy(p: .none)
  }
}

struct PublishedPolicy {
  var p: Policy
  var sp: Policy?
}

/// A report somebody made up.
struct ForgedReport {
  var reporter: String
  var day: Int
  var policy: PublishedPolicy
  var batches: [Batch]
}
