/// 96 bits that stand for a text in memory, made with a secret key.
///
/// Equal ones mean the same text: who does not know the key cannot look for two texts that share a
/// fingerprint, and of a million texts two do so by chance once in 10^17 imports.
struct Fingerprint: Equatable {
  let first: UInt32
  let second: UInt32
  let third: UInt32

  static let none = Fingerprint(0, 0)

  private init(_ low: UInt64, _ high: UInt64) {
    first = UInt32(truncatingIfNeeded: low)
    second = UInt32(truncatingIfNeeded: low >> 32)
    third = UInt32(truncatingIfNeeded: high)
  }

  /// Makes fingerprints with a secret of its own.
  struct Maker {
    private let key: (low: UInt64, high: UInt64) = (
      .random(in: .min ... .max), .random(in: .min ... .max)
    )

    func fingerprint(_ text: UnsafeRawBufferPointer) -> Fingerprint {
      let (low, high) = SipHash.hash(text, key: key)
      return Fingerprint(low, high)
    }
  }
}
