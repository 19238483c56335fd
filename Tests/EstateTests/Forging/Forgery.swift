import Analysis
import Foundation
import TestSupport
import Workers

/// Estates before and after somebody made reports up about them.
struct Forgery: Sendable {
  let kind: MadeUp
  let reports: Int
  let estate: String
  let before: Standing
  let after: Standing

  /// Anything that may be done now and might not be done before.
  var unlocks: Bool {
    after.rank < before.rank || after.isGood && after.next > before.next
      || after.isGood && after.nextBelow > before.nextBelow
  }
  /// More than a question.
  var stalls: Bool {
    before.rank != .held && (after.rank == .held || after.questions > before.questions + 1)
  }
  var text: String {
    "\(reports) of \(kind.rawValue), \(estate): \(before.verdict.rawValue) -> "
      + "\(after.verdict.rawValue)\n    \(before.summary)\n    \(after.summary)"
  }

  /// `DMARC_REPORT_FORGERIES=40` tries each kind on so many estates of each group.
  static let asked =
    ProcessInfo.processInfo.environment["DMARC_REPORT_FORGERIES"].flatMap { Int($0) }
  private static let usual = 2

  /// Whose estates are tried: healthy ones, those that lose mail, and those that wait.
  private static let groups: [Set<Estate.Group>] = [
    [.clean, .over], [.losing], [.waiting, .stranger],
  ]

  private struct Plan: Sendable {
    let kind: MadeUp
    let group: Set<Estate.Group>
    let reports: Int
    let seed: UInt64
  }

  private static var plans: [Plan] {
    MadeUp.allCases.enumerated().flatMap { number, kind in
      groups.enumerated().flatMap { place, group in
        (0..<(asked ?? usual)).map { index in
          Plan(
            kind: kind, group: group, reports: index % 2 == 0 ? 1 : 20,
            seed: UInt64(Suite.offset + 60000 + number * 10000 + place * 1000 + index))
        }
      }
    }
  }

  static let tried: [Forgery] = Processors.map(plans, workers: Processors.count) {
    Judge()
  } each: { judge, plan in
    var dice = Dice(seed: plan.seed)
    let world = dice.pick(World.all.filter { plan.group.contains($0.group) })
    let estate = world.estate(seed: dice.next() % 1_000_000)
    let forged = estate.forged(plan.kind, reports: plan.reports, days: 5, &dice)
    return Forgery(
      kind: plan.kind, reports: plan.reports, estate: "\(estate.name) (\(estate.seed))",
      before: Standing(judge.readiness(estate)), after: Standing(judge.readiness(forged)))
  }

  /// How often each kind did something.
  static var table: String {
    MadeUp.allCases.map { kind in
      let mine = tried.filter { $0.kind == kind }
      let asking = mine.filter { $0.after.questions > $0.before.questions }
      return "\(kind.rawValue): \(mine.count) tried, \(mine.filter(\.unlocks).count) unlock, "
        + "\(mine.filter(\.stalls).count) stall, \(asking.count) ask more"
    }.joined(separator: "\n")
  }
}
