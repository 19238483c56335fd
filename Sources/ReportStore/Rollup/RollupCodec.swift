import DMARC

/// The packing of roll-up entries: ten bytes or so each, in the order of `RollupEntry.inOrder`.
///
/// Every number is an LEB128 varint: source less the previous entry's source, reporter, From
/// domain, evaluation, evidence, then messages times sixteen plus the recomputed code.
enum RollupCodec {
  /// How many bytes an entry has at the least.
  static let leastBytes = 6

  /// Adds entries, which must be in order, to an arena.
  static func encode(_ entries: ArraySlice<RollupEntry>, into arena: ByteArena) {
    var previous: Int64 = 0
    for entry in entries {
      append(entry.source &- previous, to: arena)
      append(entry.reporter, to: arena)
      append(entry.headerFrom, to: arena)
      append(entry.evaluation, to: arena)
      append(entry.evidence, to: arena)
      append(entry.messages << 4 | Int64(entry.recomputed & 15), to: arena)
      previous = entry.source
    }
  }

  private static func append(_ value: Int64, to arena: ByteArena) {
    var rest = UInt64(bitPattern: value)
    while rest >= 0x80 {
      arena.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    arena.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Hands over each entry of packed bytes; damaged bytes end it early.
  @inline(__always)
  static func decode(
    _ bytes: UnsafeRawBufferPointer, _ visit: (RollupEntry) throws -> Void
  ) rethrows {
    var reader = VarintReader(bytes: bytes)
    var source: Int64 = 0
    while !reader.isAtEnd {
      source &+= reader.next()
      let reporter = reader.next()
      let headerFrom = reader.next()
      let evaluation = reader.next()
      let evidence = reader.next()
      let messages = reader.next()
      guard !reader.ranOut else { return }
      try visit(
        RollupEntry(
          source: source, reporter: reporter, headerFrom: headerFrom, evaluation: evaluation,
          evidence: evidence, recomputed: UInt8(messages & 15), messages: messages >> 4))
    }
  }
}

/// Reads LEB128 numbers of up to 63 bits.
private struct VarintReader {
  let bytes: UnsafeRawBufferPointer
  var position = 0
  var ranOut = false

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { position >= bytes.count }

  /// Most numbers are a byte, and most of the others two.
  @inline(__always)
  mutating func next() -> Int64 {
    guard position < bytes.count, bytes[position] < 0x80 else { return long() }
    defer { position &+= 1 }
    return Int64(bytes[position])
  }

  @inline(__always)
  private mutating func long() -> Int64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position &+= 1
      value |= UInt64(byte & 0x7f) &<< shift
      if byte < 0x80 { return Int64(bitPattern: value) }
      shift &+= 7
    }
    ranOut = true
    return 0
  }
}
