import Foundation
import Testing

/// Prints estates for somebody who wants to know why a verdict is what it is.
///
/// `DMARC_REPORT_SHOW=branch swift test --filter ShowTests` shows estates of kinds and parts with
/// that in their name; `wrong` in front (`wrong:`, `wrong:branch`) those that are unsafe or unfit.
struct ShowTests {
  private static let asked = ProcessInfo.processInfo.environment["DMARC_REPORT_SHOW"]

  /// So many of them at the most.
  private static let most =
    ProcessInfo.processInfo.environment["DMARC_REPORT_SHOW_MOST"].flatMap { Int($0) } ?? 4

  @Test(.enabled(if: asked != nil)) func whatWasSaidOfSomeEstatesAndWhatIsTrue() {
    let words = (Self.asked ?? "").split(separator: ":", omittingEmptySubsequences: false)
    let isWrong = words.count > 1
    let name = String(words.last ?? "").lowercased()
    let judge = Judge()
    var left = Self.most
    for (part, estate) in Suite.all() where left > 0 {
      guard "\(part.rawValue): \(estate.name)".lowercased().contains(name) else { continue }
      if isWrong {
        let judged = judge.judge(estate, part)
        let isRight = judged.first.fits && judged.settled.fits
        if isRight && !judged.first.isUnsafe && !judged.settled.isUnsafe { continue }
      }
      print(Portrait(estate: estate, part: part, judge: judge).text)
      left -= 1
    }
  }

  private static let pair =
    ProcessInfo.processInfo.environment["DMARC_REPORT_PAIR"].flatMap { UInt64($0) }

  /// `DMARC_REPORT_PAIR=24` shows both estates of the pair of that number.
  @Test(.enabled(if: pair != nil)) func whatWasSaidOfAPair() {
    let (judge, number) = (Judge(), Self.pair ?? 0)
    let pair = Pair(number: number, judge.domains)
    for estate in [pair?.less, pair?.more].compactMap(\.self) {
      print(Portrait(estate: estate, part: .worlds, judge: judge).text)
    }
  }
}
