import TestSupport

/// What estates are made of: the same on every machine.
extension Dice {
  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &self) < probability
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[int(0...(elements.count - 1))]
  }

  /// Evenly over orders of magnitude.
  mutating func size(_ range: ClosedRange<Int>) -> Int {
    let low = Double(range.lowerBound).logarithm
    let high = Double(range.upperBound).logarithm
    return Int(Double.random(in: low...high, using: &self).exponential)
  }

  mutating func address() -> String {
    "\(int(20...99)).\(int(0...255)).\(int(0...255)).\(int(1...254))"
  }

  /// An address in the network that `prefix` (three octets) names.
  mutating func address(in prefix: String) -> String { "\(prefix).\(int(1...254))" }

  mutating func prefix() -> String {
    "\(int(101...199)).\(int(0...255)).\(int(0...255))"
  }
}
