/// A number that is the same for the same texts, for names that must not differ between runs.
enum StableHash {
  /// FNV-1a of 64 bits (draft-eastlake-fnv), in hexadecimal.
  static func text(_ parts: [String]) -> String {
    let hash = parts.joined(separator: "\u{0}").utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return String(hash, radix: 16)
  }
}
