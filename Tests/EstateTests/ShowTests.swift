import Foundation
import Testing

/// Prints estates for somebody who wants to know why a verdict is what it is.
///
/// `DMARC_REPORT_SHOW=branch swift test --filter ShowTests` shows estates of kinds and parts with
/// that in their name; `wrong` in front (`wrong:`, `wrong:branch`) those that are unsafe or unfit.
struct ShowTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let asked = environment["DMARC_REPORT_SHOW"]

  /// So many of them at the most.
  private static let most = environment["DMARC_REPORT_SHOW_MOST"].flatMap { Int($0) } ?? 4

  /// Where nothing is asked for, one portrait is made and none printed.
  @Test func estatesAreShownWithWhatWasSaidAndWhatIsTrue() {
    let words = (Self.asked ?? "").split(separator: ":", omittingEmptySubsequences: false)
    let isWrong = words.count > 1
    let name = String(words.last ?? "").lowercased()
    let judge = Judge()
    var portraits: [String] = []
    for (part, estate) in Suite.all() where portraits.count < (Self.asked == nil ? 1 : Self.most) {
      let title = "\(part.rawValue): \(estate.name)".lowercased()
      guard name.isEmpty || title.contains(name) else { continue }
      if isWrong {
        let judged = judge.judge(estate, part)
        let isRight = judged.first.fits && judged.settled.fits
        if isRight && !judged.first.isUnsafe && !judged.settled.isUnsafe { continue }
      }
      let text = Portrait(estate: estate, part: part, judge: judge).text
      #expect(text.contains(estate.name))
      portraits.append(text)
    }
    #expect(Self.asked != nil || portraits.count == 1)
    if Self.asked != nil { print(portraits.joined(separator: "\n")) }
  }

  /// `DMARC_REPORT_PAIR=24` shows both estates of the pair of that number.
  @Test func bothEstatesOfAPairAreShown() {
    let asked = Self.environment["DMARC_REPORT_PAIR"].flatMap { UInt64($0) }
    let judge = Judge()
    let pair = Pair(number: asked ?? 24, judge.domains)
    let portraits = [pair?.less, pair?.more].compactMap(\.self).map {
      Portrait(estate: $0, part: .worlds, judge: judge).text
    }
    #expect(asked != nil || portraits.count == 2 && portraits[0] != portraits[1])
    if asked != nil { print(portraits.joined(separator: "\n")) }
  }
}
