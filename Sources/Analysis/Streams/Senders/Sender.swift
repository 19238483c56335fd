/// A sender by number, within one policy domain.
enum Sender: Equatable {
  case nobody
  /// A number of the name table.
  case organization(Int)
  /// A number of the domain's networks.
  case network(Int)
  /// A number of the domain's sources.
  case address(Int)
}

extension Sender: NumberedKey {
  func mix(into hash: inout QuickHash) {
    switch self {
    case .nobody: hash.mix(0)
    case .organization(let number): hash.mix(number << 2 | 1)
    case .network(let number): hash.mix(number << 2 | 2)
    case .address(let number): hash.mix(number << 2 | 3)
    }
  }
}
