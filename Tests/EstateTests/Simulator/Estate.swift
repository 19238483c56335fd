import Analysis
import DMARC

/// A simulated domain with its mail, its receivers and the truth about both.
struct Estate: Sendable {
  var name: String
  var seed: UInt64
  var domain = "example.com"
  /// Other policy domains of the same owner that report to the same store.
  var sisters: [String] = []
  /// Days of mail; those before the window are history.
  var days = 30
  /// Days a verdict is made from.
  var window = 30
  var receivers = Receiver.usual
  var streams: [TrueStream] = []
  var batches: [Batch] = []
  /// The policy from a day on, the first from before it.
  var policies: [(from: Int, policy: PublishedPolicy)] = [(-400, PublishedPolicy(p: .none))]
  /// Days of which no report arrived.
  var lostDays: Set<Int> = []
  var forged: [ForgedReport] = []
  /// What it is to be measured as.
  var group = Group.clean
  /// What may be said of it.
  var allowed: Set<Verdict> = Set(Verdict.allCases)
  /// What may be said once every question is answered; `nil` for `allowed` without `ask`.
  var settled: Set<Verdict>?

  /// The last day of every window: 2026-11-22.
  static let lastDay = Day(year: 2026, month: 11, day: 22)

  func day(_ index: Int) -> Day { Self.lastDay.advanced(by: index - days + 1) }

  /// The days of mail that a verdict on the last day, or on an earlier one, is made from.
  func judgedDays(upTo end: Int? = nil) -> ClosedRange<Int> {
    let end = end ?? days - 1
    return max(0, end - window + 1)...end
  }

  func policy(on day: Int) -> PublishedPolicy {
    policies.last { $0.from <= day }?.policy ?? PublishedPolicy(p: .none)
  }

  /// The policy domain that mail of a From domain is reported under.
  func policyDomain(of from: String) -> String {
    sisters.first { DomainName.isWithin(from, $0) } ?? domain
  }

  /// What an estate is measured as.
  enum Group: String, CaseIterable {
    /// Nothing of its own fails; strangers may.
    case clean
    /// Nothing of its own fails, but somebody else does what a sender of its own would do.
    case stranger = "others like a sender"
    /// Mail of its own fails and would be lost.
    case losing
    /// What failed is repaired, or was a receiver's trouble.
    case over
    /// Too little evidence, or elsewhere on the ladder.
    case waiting = "waiting or elsewhere"
    /// Not ready, with reports made up.
    case forged
  }
}

struct PublishedPolicy {
  var p: Policy
  var sp: Policy?
  var adkim: AlignmentMode?
  var aspf: AlignmentMode?
  var pct: Int?
  var testing = false

  /// The rung: one level down while held back.
  var rung: Policy { p != .none && (testing || (pct ?? 100) < 100) ? p.oneDown : p }
}

/// A report somebody made up.
struct ForgedReport {
  var reporter: String
  var day: Int
  var policy: PublishedPolicy
  var batches: [Batch]
}
