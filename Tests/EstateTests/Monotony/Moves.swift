import Analysis
import Foundation
import Workers

/// What became of the verdict in many pairs of estates.
struct Moves {
  /// What more mail of a stream did.
  struct Move: Sendable {
    let isOwn: Bool
    let seed: UInt64
    let before: Standing
    let after: Standing
    let pair: String

    /// Less careful, though more of its own fails.
    var isTowardsReady: Bool { after.rank < before.rank }
    var isFixToAsk: Bool { before.rank == .held && after.rank == .asked }
    /// A stranger got more than questions.
    var isTooFar: Bool { !isOwn && before.rank != .held && after.rank == .held }
    /// A stranger got more than a question.
    var asksTooMuch: Bool {
      !isOwn && after.rank == .asked && after.questions > before.questions + 1
    }
    var name: String { "\(before.verdict.rawValue) -> \(after.verdict.rawValue)" }
    var text: String { "\(seed): \(pair)\n    \(before.summary)\n    \(after.summary)" }
  }

  let all: [Move]

  /// `DMARC_REPORT_PAIRS=5000` tries so many; a few are tried always.
  static let asked = ProcessInfo.processInfo.environment["DMARC_REPORT_PAIRS"].flatMap { Int($0) }
  private static let usual = 400

  init(seeds first: UInt64 = UInt64(Suite.offset), count: Int = asked ?? usual) {
    all = Processors.map(Array(0..<count), workers: Processors.count) {
      Judge()
    } each: { judge, number in
      let seed = (first << 32) + UInt64(number)
      return Pair(number: seed, judge.domains).map { pair in
        Move(
          isOwn: pair.isOwn, seed: seed, before: Standing(judge.readiness(pair.less)),
          after: Standing(judge.readiness(pair.more)), pair: pair.text(judge.domains))
      }
    }.compactMap(\.self)
  }

  static let tried = Moves()

  /// How often each move was made.
  var table: String {
    [true, false].map { isOwn in
      let mine = all.filter { $0.isOwn == isOwn }
      let counts = Dictionary(grouping: mine, by: \.name).mapValues(\.count)
      return "\(isOwn ? "more of its own" : "more of strangers"): \(mine.count) pairs\n"
        + counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { "  \($0.key): \($0.value)" }.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
