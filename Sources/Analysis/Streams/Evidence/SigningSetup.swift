/// How mail is set up: who signed it with which keys, and whom SPF was asked about, whatever came
/// of it.
///
/// Domains of ours in full, those of others by organization; numbers of the digest table.
struct SigningSetup: NumberedKey {
  private var parts: [Int] = []

  /// The lists are in any order, and may have a number more than once.
  init(signers: [Int], keys: [Int], paths: [Int]) {
    parts.reserveCapacity(signers.count + keys.count + paths.count + 2)
    add(signers)
    parts.append(-1)
    add(keys)
    parts.append(-1)
    add(paths)
  }

  private mutating func add(_ numbers: [Int]) {
    guard numbers.count > 1 else { return parts += numbers }
    for number in numbers.sorted() where parts.last != number { parts.append(number) }
  }

  func mix(into hash: inout QuickHash) {
    for part in parts { hash.mix(part) }
  }
}
