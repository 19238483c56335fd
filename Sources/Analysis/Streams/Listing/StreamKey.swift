/// What mail has in common that is one stream.
struct StreamKey: NumberedKey {
  let sender: Sender
  let kind: StreamClass
  let effect: Rule.Effect

  var weighs: Bool { effect == .weighs }

  func mix(into hash: inout QuickHash) {
    sender.mix(into: &hash)
    hash.mix(kind.index << 2 | effect.index)
  }
}

extension Rule.Effect {
  /// Its place among all.
  fileprivate var index: Int {
    switch self {
    case .ignored: 0
    case .asked: 1
    case .weighs: 2
    }
  }
}
