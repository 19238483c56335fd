/// A scale from nothing to a round number above the largest value, with lines at round numbers.
struct ChartScale {
  /// The value at the top.
  let top: Double
  /// The values at which there is a line, from nothing on.
  let lines: [Double]

  /// A scale for values of up to `largest`, with about `wanted` lines.
  init(largest: Double, lines wanted: Int = 4) {
    let step = Self.step(atLeast: max(1, largest) / Double(wanted))
    let count = max(1, (largest / step).rounded(.up))
    top = step * count
    lines = (0...Int(count)).map { Double($0) * step }
  }

  /// How far up a value is, 0...1.
  func share(_ value: Double) -> Double { min(1, max(0, value / top)) }

  /// 1, 2, 2.5 or 5 times a power of ten, and whole: there is no half message.
  private static func step(atLeast least: Double) -> Double {
    var power = 1.0
    while power * 10 <= least { power *= 10 }
    let factors = power > 1 ? [1, 2, 2.5, 5, 10] : [1, 2, 5, 10]
    return (factors.first { $0 * power >= least } ?? 10) * power
  }
}
