import Analysis
import Foundation
import Workers

/// Many estates, each judged on 90 days in turn.
enum Diaries {
  /// `DMARC_REPORT_DIARIES=2` keeps two diaries of each world; a few are kept always.
  static let asked =
    ProcessInfo.processInfo.environment["DMARC_REPORT_DIARIES"].flatMap { Int($0) }

  /// Every how manieth world has one where none are asked for.
  private static let usual = 13

  static let kept: [Diary] = {
    let worlds = World.all.enumerated().filter { asked != nil || $0.offset % usual == 0 }
    let chosen = worlds.flatMap { number, world in
      (0..<(asked ?? 1)).map { index in
        (
          world, UInt64(Suite.offset + 40000 + number * 100 + index),
          Diary.histories[(number + index) % 2]
        )
      }
    }
    return Processors.map(chosen, workers: Processors.count) {
      Judge()
    } each: { judge, chosen in
      Diary(chosen.0, seed: chosen.1, history: chosen.2, judge)
    }
  }()

  static var delays: [Int] { kept.compactMap(\.delay).sorted() }

  /// What came of it, for somebody who asked.
  static var text: String {
    let delays = delays
    let unsafe = kept.filter { !$0.unsafeDays.isEmpty }
    return """
      \(kept.count) estates, \(kept.map(\.entries.count).reduce(0, +)) days
      flickers: \(kept.map(\.flickers.count).reduce(0, +))
      promises: \(kept.map(\.promises).reduce(0, +))
      promises broken: \(kept.map(\.brokenPromises.count).reduce(0, +))
      told after days: median \(delays.isEmpty ? 0 : delays[delays.count / 2]), \(delays)
      unsafe days: \(unsafe.map(\.unsafeDays.count).reduce(0, +)) of \(unsafe.count) estates
      \(unsafe.map { "  \($0.estate.name) (\($0.estate.seed)) \($0.unsafeDays.map(\.day))" }
      .joined(separator: "\n"))
      """
  }
}
