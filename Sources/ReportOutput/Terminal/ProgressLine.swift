/// The text of a progress bar.
enum ProgressLine {
  private static let barWidth = 20

  /// `[####    ] 12,345/20,000 mails  3,210/s  0:02 left`, less of it where it does not fit.
  static func text(
    done: Int64, total: Int64?, unit: String, elapsed: Duration, width: Int
  ) -> String {
    let rate = perSecond(done, elapsed)
    let of = total.map { "/" + Human.count($0) } ?? ""
    let count = "\(Human.count(done))\(of) \(TerminalText.safe(unit))"
    let speed = rate > 0 ? "  \(Human.count(Int64(rate.rounded())))/s" : ""
    let end = remaining(done, total, rate).map { "  \(clock($0)) left" } ?? ""
    let picture = total.map { bar(done, $0) + " " } ?? ""
    let candidates = [picture + count + speed + end, count + speed + end, count + end, count]
    return candidates.first { $0.utf8.count <= width } ?? Elision.cut(count, to: width, at: .end)
  }

  private static func bar(_ done: Int64, _ total: Int64) -> String {
    let share = total > 0 ? min(1, max(0, Double(done) / Double(total))) : 0
    let full = Int(share * Double(barWidth))
    return "[" + String(repeating: "#", count: full)
      + String(repeating: " ", count: barWidth - full) + "]"
  }

  private static func perSecond(_ done: Int64, _ elapsed: Duration) -> Double {
    let seconds = elapsed / .seconds(1)
    return seconds > 0 ? min(max(0, Double(done) / seconds), 1e15) : 0
  }

  private static func remaining(_ done: Int64, _ total: Int64?, _ rate: Double) -> Int64? {
    guard let total, rate > 0, total > done else { return nil }
    return Int64(min((Double(total) - Double(done)) / rate, 1e9).rounded(.up))
  }

  /// `0:02`, `1:02:03`.
  private static func clock(_ seconds: Int64) -> String {
    let parts = [seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    if seconds >= 3600 { return "\(seconds / 3600):\(parts[0]):\(parts[1])" }
    return "\(seconds / 60):\(parts[1])"
  }
}
