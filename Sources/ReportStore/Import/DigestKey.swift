import GRDB

/// Makes the digests by which texts and keys are found again in a database.
///
/// A digest has 32 bits, as it only narrows what is then compared in full. What it is made of
/// comes from strangers, who must not be able to give thousands of texts the same one: every
/// database has a secret of its own (`setting`, `digest_key`).
struct DigestKey {
  /// `nil` in a database from before there were secrets.
  private let secret: UInt64?

  /// The key of a database; never changed, as what is stored could not be found any more.
  init(_ db: Database) throws {
    let stored = try Int64.fetchOne(
      db, sql: "SELECT value FROM setting WHERE name = 'digest_key'")
    secret = stored.map { UInt64(bitPattern: $0) }
  }

  func digest(_ bytes: UnsafeRawBufferPointer) -> Int64 {
    let hash =
      secret.map { Self.hash(bytes, secret: $0) }
      ?? ByteHash.hash(bytes, seed: 0xcbf2_9ce4_8422_2325)
    return Int64(Int32(truncatingIfNeeded: hash >> 32))
  }

  /// A full multiplication for every eight bytes, its halves folded: what a byte changes depends
  /// on the secret, so that nobody who does not know it can make changes cancel each other.
  private static func hash(_ bytes: UnsafeRawBufferPointer, secret: UInt64) -> UInt64 {
    let factor = ByteHash.mix(secret) | 1
    let start = fold(secret ^ UInt64(truncatingIfNeeded: bytes.count), factor)
    return ByteHash.mix(ByteHash.combined(bytes, from: start) { fold($0 ^ $1, factor) })
  }

  private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
