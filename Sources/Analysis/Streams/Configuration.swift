/// How mail is set up: who signed it with which keys, and whom SPF was asked about, whatever came
/// of it.
///
/// Domains of ours in full, those of others by organization; numbers of the digest table.
struct Configuration: NumberedKey {
  private var parts: [Int] = []

  /// Each list has a number once, in any order.
  init(signers: [Int], keys: [Int], paths: [Int]) {
    parts.reserveCapacity(signers.count + keys.count + paths.count + 2)
    add(signers)
    parts.append(-1)
    add(keys)
    parts.append(-1)
    add(paths)
  }

  private mutating func add(_ numbers: [Int]) {
    parts += numbers.count < 2 ? numbers : numbers.sorted()
  }

  func mix(into hash: inout QuickHash) {
    for part in parts { hash.mix(part) }
  }
}
