/// What a stream of zstd, lz4, bzip2 or xz unpacks to.
///
/// All members are one content, as with gzip; what stands behind the last and is none is ignored.
final class UnpackedSource: ByteSource {
  /// Packers that divide their work make one of each megabyte or so.
  private static let mostMembers = 100_000

  private let packed: any ByteSource
  private let format: PackedFormat
  private let unpacker: any Unpacker
  private let output: ByteBuffer
  private let meter: Meter
  private var rest = UnsafeRawBufferPointer(start: nil, count: 0)
  private var sum = 0
  private var sumOfMember = 0
  private var members = 0
  /// Whether a member begins where the last one ended.
  private var isInMember = false
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
    (sum, sumOfMember, members, isAtEnd) = (0, 0, 0, false)
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
    if unpacker.isBetweenMembers {
      isInMember = members == 0 || Signatures.packed(ByteView(rest)) == format
    }
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
    if unpacker.isBetweenMembers, done.taken + done.given > 0 { try countMember() }
    return done.given
  }

  /// Each costs about as much as a mail, however small it is.
  private func countMember() throws(IntakeError) {
    members += 1
    guard members <= Self.mostMembers || format == .dovecotLZ4 else {
      throw .corrupt(format, detail: "it has more than \(Self.mostMembers) members")
    }
  }

  /// Whether the bytes at hand come after a whole member and begin no other; the blocks of Dovecot's
  /// lz4 are no members: what breaks off between them is damaged.
  private var isBehindMember: Bool {
    members > 0 && sumOfMember == 0 && !isInMember && format != .dovecotLZ4
  }

  /// Makes sure that there is something to unpack; `false` at the end.
  private func fill() throws(IntakeError) -> Bool {
    if rest.isEmpty, let piece = try packed.next() { rest = piece }
    return !rest.isEmpty
  }
}
