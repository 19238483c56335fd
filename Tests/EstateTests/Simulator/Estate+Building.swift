import DMARC
import TestSupport

extension Estate {
  mutating func addStream(_ name: String, _ kind: TrueStream.Kind) -> Int {
    streams.append(TrueStream(name: name, kind: kind))
    return streams.count - 1
  }

  mutating func send(
    _ stream: Int, day: Int, from addresses: [String], _ look: Look, _ messages: Int,
    _ dice: inout Dice
  ) {
    guard messages > 0, (0..<days).contains(day), !addresses.isEmpty else { return }
    let used = min(addresses.count, messages)
    let chosen =
      used == addresses.count
      ? addresses : Array(addresses.shuffled(using: &dice).prefix(used))
    for (index, address) in chosen.enumerated() {
      let share = messages / used + (index < messages % used ? 1 : 0)
      batches.append(
        Batch(stream: stream, day: day, address: address, look: look, messages: share))
    }
  }

  /// Mail every day, less on weekends, with some noise.
  mutating func sendDaily(
    _ stream: Int, from addresses: [String], _ look: Look, daily: Int, _ dice: inout Dice,
    days chosen: ClosedRange<Int>? = nil, weekend: Double = 0.4
  ) {
    for day in chosen ?? 0...(days - 1) {
      let weekday = self.day(day).number % 7
      let usual = weekday == 2 || weekday == 3 ? Double(daily) * weekend : Double(daily)
      let noise = Double(dice.int(70...130)) / 100
      send(stream, day: day, from: addresses, look, Int((usual * noise).rounded()), &dice)
    }
  }
}
