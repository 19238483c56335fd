/// Failing mail that is judged together: one organization, one neighbourhood or one address.
struct Unit: NumberedKey {
  let kind: StreamClass
  let sender: Sender

  func mix(into hash: inout QuickHash) {
    hash.mix(kind.index)
    sender.mix(into: &hash)
  }
}
