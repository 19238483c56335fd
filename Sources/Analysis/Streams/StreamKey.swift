/// What mail has in common that is one stream.
struct StreamKey: NumberedKey {
  let sender: Sender
  let kind: StreamClass
  let weighs: Bool

  func mix(into hash: inout QuickHash) {
    sender.mix(into: &hash)
    hash.mix(kind.index << 1 | (weighs ? 1 : 0))
  }
}
