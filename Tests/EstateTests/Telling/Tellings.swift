import Foundation
import Workers

/// Estates that are asked for alerts day after day.
enum Tellings {
  /// `DMARC_REPORT_ALERTS=2` asks two estates of each kind; a few are asked always.
  private static let asked =
    ProcessInfo.processInfo.environment["DMARC_REPORT_ALERTS"].flatMap { Int($0) }

  /// Every how manieth kind is asked about where none are asked for.
  private static let usual = 9

  static var isComplete: Bool { asked != nil }

  /// A month of each, after a month of mail.
  static let worlds: [Telling] = tell(
    chosen(World.all.enumerated()).map { number, world in
      { index in world.estate(seed: UInt64(Suite.offset + 70_000 + number * 100 + index), days: 60)
      }
    }, asked: 29..<60)

  /// Healthy estates with a wave of spoofing each.
  static let waves: [Telling] = tell(
    chosen(Estates.Wave.allCases.filter { !Estates.likeSenders.contains($0) }.enumerated()).map {
      number, wave in
      { index in
        let seed = UInt64(Suite.offset + 80_000 + number * 100 + index)
        var (estate, dice) = Estates.healthy("wave: \(wave.rawValue)", seed: seed)
        Estates.add(wave, to: &estate, &dice)
        return estate
      }
    }, asked: 9..<30)

  private static func chosen<Kind>(
    _ kinds: EnumeratedSequence<[Kind]>
  ) -> [(offset: Int, element: Kind)] {
    kinds.filter { asked != nil || $0.offset % usual == 0 }
  }

  private static func tell(
    _ kinds: [@Sendable (Int) -> Estate], asked days: Range<Int>
  ) -> [Telling] {
    let all = kinds.flatMap { kind in (0..<(asked ?? 1)).map { (kind, $0) } }
    return Processors.map(all, workers: Processors.count) {
      Judge()
    } each: { judge, item in
      Telling(item.0(item.1), judge, asked: days)
    }
  }

  /// Those in which nothing of the owner's own ever fails.
  static var quiet: [Telling] { worlds.filter { $0.estate.group == .clean } }

  static var delays: [Int] { worlds.compactMap(\.delay).sorted() }

  /// Alarms for each estate and thirty days.
  static func rate(_ tellings: [Telling]) -> Double {
    let days = tellings.map { $0.days.count - 1 }.reduce(0, +)
    let alarms = tellings.map(\.alarms.count).reduce(0, +)
    return days == 0 ? 0 : Double(alarms) * 30 / Double(days)
  }

  /// What came of it, for somebody who asked.
  static var text: String {
    let late = worlds.filter { ($0.delay ?? 0) > 2 }
    let noisy = (quiet + waves).filter { !$0.alarms.isEmpty }
    return """
      \(worlds.count) estates, \(waves.count) with waves
      breaks: \(delays.count), told after days: median \(delays.isEmpty ? 0 : delays[delays.count / 2]), \
      \(delays)
      false alarms an estate and month: \(rate(quiet)) of \(quiet.count); under waves \(rate(waves))
      alarms of others an estate and month: \(Estate.Group.allCases.map { group in
        "\(group.rawValue) \(rate(worlds.filter { $0.estate.group == group }))"
      })
      late:
      \(late.map(\.text).joined(separator: "\n"))
      noisy:
      \(noisy.map(\.text).joined(separator: "\n"))
      """
  }
}
