internal import DMARC

/// Organizational domains by bytes, so that records need no texts to be compared.
///
/// Open addressing; cleared when it is full, since reports name strangers without end.
struct OrganizationCache {
  private struct Slot {
    var hash: UInt64 = 0
    var name = ByteRange.absent
    /// Absent where the name has no organizational domain.
    var organization = ByteRange.absent
  }

  private static let size = 8192
  /// Slots in use, and bytes, at which everything is forgotten.
  private static let most = 4096
  private static let mostBytes = 1 << 20

  let domains: any OrganizationalDomains
  private let slots: UnsafeMutablePointer<Slot>
  private var bytes = Bytes(capacity: 1 << 16)
  private var used = 0
  private let seed = UInt64.random(in: .min ... .max)

  init(domains: any OrganizationalDomains) {
    self.domains = domains
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: Slot(), count: Self.size)
  }

  func free() {
    slots.deallocate()
    bytes.free()
  }

  /// Whether two normalized names belong to one organization; the first has the one given.
  @inline(__always)
  mutating func isSame(
    _ organization: ByteRange, _ name: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let other = self.organization(of: name)
    return !other.isAbsent && areEqual(bytes.bytes(organization), bytes.bytes(other))
  }

  /// The organizational domain of a normalized name; valid until `prepare` is called.
  @inline(__always)
  mutating func organization(of name: UnsafeBufferPointer<UInt8>) -> ByteRange {
    guard let start = name.baseAddress, name.count > 0 else { return .absent }
    let hash = ContentHash.of(start, name.count, seed: seed) | 1
    var index = Int(truncatingIfNeeded: hash >> 20) & (Self.size &- 1)
    while slots[index].hash != 0 {
      if slots[index].hash == hash, areEqual(bytes.bytes(slots[index].name), name) {
        return slots[index].organization
      }
      index = (index &+ 1) & (Self.size &- 1)
    }
    return lookUp(name, hash: hash, index: index)
  }

  /// Makes room; called between records, since it may forget everything.
  @inline(__always)
  mutating func prepare() {
    if used >= Self.most || bytes.count >= Self.mostBytes { forget() }
  }

  private mutating func forget() {
    slots.initialize(repeating: Slot(), count: Self.size)
    bytes.truncate(to: 0)
    used = 0
  }

  @inline(never)
  private mutating func lookUp(
    _ name: UnsafeBufferPointer<UInt8>, hash: UInt64, index: Int
  ) -> ByteRange {
    var found = ByteRange.absent
    if let organization = domains.organizationalDomain(of: String(decoding: name, as: UTF8.self)) {
      found = store(Array(organization.utf8))
    }
    // A record may have a thousand signatures: one slot must always stay free.
    guard used < Self.size - 1 else { return found }
    slots[index] = Slot(hash: hash, name: store(Array(name)), organization: found)
    used += 1
    return found
  }

  private mutating func store(_ text: [UInt8]) -> ByteRange {
    let offset = UInt32(truncatingIfNeeded: bytes.count)
    text.withUnsafeBufferPointer { bytes.append($0) }
    return ByteRange(offset: offset, count: UInt32(truncatingIfNeeded: text.count))
  }
}
