import Analysis
import DMARC
import Foundation
import TestSupport
import Workers

/// All estates that are judged, in a fixed order.
enum Suite {
  /// Other seeds than the checked-in ones, to try the rules on estates never looked at.
  static let offset =
    ProcessInfo.processInfo.environment["DMARC_REPORT_SEEDS"].flatMap { Int($0) } ?? 0

  /// Every how manieth estate goes through files and the built program; 1 for all of them.
  static let step =
    ProcessInfo.processInfo.environment["DMARC_REPORT_ESTATE_STEP"].flatMap { Int($0) } ?? 20

  static func healthy() -> [Estate] {
    (0..<40).map { index in
      let p: Policy = index % 4 == 3 ? .quarantine : .none
      var estate = Estates.healthy("healthy", seed: UInt64(offset + 1000 + index), p: p).estate
      estate.allowed = [.ready]
      return estate
    }
  }

  /// The kinds of worlds, so many of each.
  static func worlds() -> [Estate] {
    World.all.enumerated().flatMap { number, world in
      (0..<perWorld).map { world.estate(seed: UInt64(offset + 20000 + number * 1000 + $0)) }
    }
  }

  /// How many estates of each world are judged; the page is made from the usual number.
  static let perWorld =
    ProcessInfo.processInfo.environment["DMARC_REPORT_WORLDS"].flatMap { Int($0) } ?? usual
  private static let usual = 14

  /// Whether the estates are those of the page.
  static var isCheckedIn: Bool { offset == 0 && perWorld == usual }

  static func troubled() -> [Estate] {
    Estates.Trouble.allCases.enumerated().flatMap { number, trouble in
      (0..<8).map { index in
        Estates.troubled(
          trouble, seed: UInt64(offset + 2000 + number * 20 + index),
          p: index % 4 == 3 ? .quarantine : .none)
      }
    }
  }

  static func conditions() -> [Estate] {
    Estates.Condition.allCases.enumerated().flatMap { number, condition in
      (0..<6).map { Estates.estate(condition, seed: UInt64(offset + 4000 + number * 20 + $0)) }
    }
  }

  /// Healthy estates with a wave each.
  static func waves() -> [Estate] {
    Estates.Wave.allCases.enumerated().flatMap { number, wave in
      (0..<10).map { index in
        let seed = UInt64(offset + 6000 + number * 20 + index)
        var (estate, dice) = Estates.healthy("wave: \(wave.rawValue)", seed: seed)
        Estates.add(wave, to: &estate, &dice)
        let isLike = Estates.likeSenders.contains(wave)
        estate.group = isLike ? .stranger : .clean
        // A question now and then is no harm; the page's measures hold their number down.
        estate.allowed = [.ready, .ask]
        return estate
      }
    }
  }

  /// Estates with something wrong and a wave over it.
  static func wavesOverTrouble() -> [Estate] {
    (0..<60).map { index in
      var dice = Dice(seed: UInt64(offset + 8000 + index))
      let trouble = dice.pick(Estates.Trouble.allCases)
      var estate = Estates.troubled(trouble, seed: dice.next())
      let waves = Estates.Wave.allCases.filter { isDecidable(trouble, $0) }
      for _ in 0..<dice.int(1...3) { Estates.add(dice.pick(waves), to: &estate, &dice) }
      estate.name += ", under a wave"
      return estate
    }
  }

  /// Pairs of a legitimate stream and a wave that reports cannot tell apart; see the document.
  static let indistinguishable: [(Estates.Trouble, [Estates.Wave])] = [
    (.flatServer, [.slowBotnet, .steadyFewOurEnvelope, .pool, .cloudPool]),
    (.forgottenServer, [.slowBotnet, .steadyFewOurEnvelope, .pool, .cloudPool]),
    (.forgottenServerHardFail, [.slowBotnet, .steadyFewOurEnvelope, .pool, .cloudPool]),
    (.twoForgotten, [.slowBotnet, .steadyFewOurEnvelope, .pool, .cloudPool]),
    (.payrollUnauthenticated, [.slowBotnet, .steadyFewOurEnvelope, .pool, .cloudPool]),
    (.payrollOnce, [.attackerPool, .manyAttackerDomains]),
    (.payrollAdjacent, [.attackerPool, .manyAttackerDomains]),
    (.appBesideServers, [.ownNetworkCloud]), (.manyAppliances, [.ownNetworkCloud]),
  ]

  private static func isDecidable(_ trouble: Estates.Trouble, _ wave: Estates.Wave) -> Bool {
    !indistinguishable.contains { $0.0 == trouble && $0.1.contains(wave) }
  }

  /// Where the sender and a stranger look alike, one of the two rules must give way.
  static func undecidable() -> [Estate] {
    let drowned = indistinguishable.enumerated().flatMap { number, pair in
      pair.1.enumerated().map { index, wave in
        var estate = Estates.troubled(pair.0, seed: UInt64(offset + 12000 + number * 10 + index))
        var dice = Dice(seed: estate.seed ^ 5)
        Estates.add(wave, to: &estate, &dice)
        estate.name += ", under \(wave.rawValue)"
        return estate
      }
    }
    return drowned
      + Estates.Imitation.allCases.enumerated().flatMap { number, imitation in
        (0..<4).map { Estates.estate(imitation, seed: UInt64(offset + 13000 + number * 10 + $0)) }
      }
  }

  /// Estates that are not ready, each with one report made up.
  static func forged() -> [Estate] {
    Estates.Forgery.allCases.enumerated().flatMap { number, forgery in
      (0..<10).map { index in
        var dice = Dice(seed: UInt64(offset + 9000 + number * 20 + index))
        let base =
          index < 7
          ? Estates.troubled(dice.pick(Estates.Trouble.allCases), seed: dice.next())
          : Estates.estate(
            [.lostWeek, .little, .oneReporter, .policyChanged, .silentReporter][index % 5],
            seed: dice.next())
        return Estates.forge(forgery, in: base, seed: dice.next())
      }
    }
  }

  /// The parts of the suite, in the order of the table.
  enum Part: String, CaseIterable {
    case healthy = "healthy"
    case waves = "healthy, with a wave"
    case troubled = "loses legitimate mail"
    case wavesOverTrouble = "loses legitimate mail, under waves"
    case conditions = "too little evidence, or elsewhere on the ladder"
    case forged = "not ready, with a forged report"
    case undecidable = "a sender and a stranger that look alike"
    case worlds = "kinds of worlds"
  }

  static func estates(of part: Part) -> [Estate] {
    switch part {
    case .healthy: healthy()
    case .waves: waves()
    case .troubled: troubled()
    case .wavesOverTrouble: wavesOverTrouble()
    case .conditions: conditions()
    case .forged: forged()
    case .undecidable: undecidable()
    case .worlds: worlds()
    }
  }

  /// Estates and their parts, in order.
  static func all() -> [(part: Part, estate: Estate)] {
    Part.allCases.flatMap { part in estates(of: part).map { (part, $0) } }
  }

  /// All estates with their verdicts, worked out once a run.
  static let judged: [Judged] = Processors.map(all(), workers: Processors.count) {
    Judge()
  } each: { judge, item in
    judge.judge(item.estate, item.part)
  }
}
