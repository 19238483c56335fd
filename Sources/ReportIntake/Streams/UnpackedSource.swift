/// What a stream of zstd, lz4, bzip2 or xz unpacks to.
///
/// All members are one content, as with gzip; what stands behind the last and is none is ignored.
final class UnpackedSource: ByteSource {
  private let packed: any ByteSource
  private let format: PackedFormat
  private let unpacker: any Unpacker
  private let output: ByteBuffer
  private let meter: Meter
  private var rest = UnsafeRawBufferPointer(start: nil, count: 0)
  private var sum = 0
  private var sumOfMember = 0
  private var hasMember = false
  private var isAtEnd = false

  init(
    _ packed: any ByteSource, _ format: PackedFormat, unpacker: any Unpacker, output: ByteBuffer,
    meter: Meter
  ) throws(IntakeError) {
    self.packed = packed
    self.format = format
    self.unpacker = unpacker
    self.output = output
    self.meter = meter
    output.reserve(pieceBytes)
    try unpacker.start()
  }

  func rewind() throws(IntakeError) {
    meter.forget(sum)
    (sum, sumOfMember, hasMember, isAtEnd) = (0, 0, false, false)
    rest = UnsafeRawBufferPointer(start: nil, count: 0)
    try packed.rewind()
    try unpacker.start()
  }

  func next() throws(IntakeError) -> UnsafeRawBufferPointer? {
    var count = 0
    while !isAtEnd, count < pieceBytes {
      count += try step(into: output.base + count, pieceBytes - count)
    }
    sum += count
    try meter.add(count, sum: sum)
    return count == 0 ? nil : UnsafeRawBufferPointer(start: output.base, count: count)
  }

  /// Unpacks a little more; says how many bytes there are now.
  private func step(into room: UnsafeMutableRawPointer, _ count: Int) throws(IntakeError) -> Int {
    let isFed = try fill()
    let done: UnpackedStep
    do throws(IntakeError) {
      done = try unpacker.step(rest, into: UnsafeMutableRawBufferPointer(start: room, count: count))
    } catch {
      guard isBehindMember else { throw error }
      isAtEnd = true
      return 0
    }
    rest = UnsafeRawBufferPointer(rebasing: rest[done.taken...])
    if done.given == 0, done.taken == 0 {
      guard !isFed else { throw .corrupt(format, detail: "it does not go on") }
      guard unpacker.isBetweenMembers || isBehindMember else { throw .truncated(format) }
      isAtEnd = true
    }
    sumOfMember = unpacker.isBetweenMembers ? 0 : sumOfMember + done.given
    hasMember = hasMember || unpacker.isBetweenMembers && done.taken > 0
    return done.given
  }

  /// Whether the bytes at hand come after a whole member and are not yet another one; the blocks of
  /// Dovecot's lz4 are no members: what breaks off between them is damaged.
  private var isBehindMember: Bool { hasMember && sumOfMember == 0 && format != .dovecotLZ4 }

  /// Makes sure that there is something to unpack; `false` at the end.
  private func fill() throws(IntakeError) -> Bool {
    if rest.isEmpty, let piece = try packed.next() { rest = piece }
    return !rest.isEmpty
  }
}
