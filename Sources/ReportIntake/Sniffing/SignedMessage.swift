/// S/MIME in DER or BER (RFC 5652): told apart by its type, and opened where it is only signed.
enum SignedMessage {
  /// 1.2.840.113549.1.7 and 1.2.840.113549.1.9.16.1, whose last number is the type of content.
  private static let types: [UInt8] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07]

  /// What a content is that begins as S/MIME does.
  static func kind(_ head: ByteView) -> ContentKind? {
    guard head.first == 0x30, let outer = Element(head, at: 0), outer.tag == 0x30,
      let type = Element(head, at: outer.content.lowerBound), type.tag == 6,
      head.starts(types, at: type.content.lowerBound), type.content.count == 9,
      type.content.upperBound <= head.count
    else { return nil }
    switch head[type.content.upperBound - 1] {
    case 2: return .signed
    case 3, 6: return .encrypted
    default: return nil
    }
  }

  /// Copies what is signed into a buffer, behind its slack; says how many bytes it has, `nil` where
  /// the signature stands alone or the structure is broken.
  static func content(of message: ByteView, into buffer: ByteBuffer) -> Int? {
    // ContentInfo, [0], SignedData.
    guard let info = Element(message, at: 0),
      let type = Element(message, at: info.content.lowerBound),
      let tagged = Element(message, at: type.end(in: message)), tagged.tag == 0xa0,
      let data = Element(message, at: tagged.content.lowerBound), data.tag == 0x30,
      // version, digestAlgorithms, encapContentInfo: its type, [0], the octets.
      let version = Element(message, at: data.content.lowerBound),
      let digests = Element(message, at: version.end(in: message)),
      let inner = Element(message, at: digests.end(in: message)), inner.tag == 0x30,
      let innerType = Element(message, at: inner.content.lowerBound), innerType.tag == 6,
      let content = Element(message, at: innerType.end(in: message)), content.tag == 0xa0,
      let octets = Element(message, at: content.content.lowerBound)
    else { return nil }
    var count = 0
    return copy(octets, of: message, to: buffer, &count, depth: 0) ? count : nil
  }

  /// Copies octets, which may be in pieces.
  private static func copy(
    _ octets: Element, of message: ByteView, to buffer: ByteBuffer, _ count: inout Int, depth: Int
  ) -> Bool {
    let range = octets.content.clamped(to: 0..<message.count)
    switch octets.tag {
    case 0x04:
      let bytes = message.part(range)
      buffer.reserve(ByteBuffer.slack + count + bytes.count, keeping: ByteBuffer.slack + count)
      if let base = bytes.raw.baseAddress {
        (buffer.base + ByteBuffer.slack + count).copyMemory(from: base, byteCount: bytes.count)
      }
      count += bytes.count
      return true
    case 0x24 where depth < 4:
      var position = range.lowerBound
      while position < range.upperBound, let piece = Element(message, at: position), piece.tag != 0
      {
        guard copy(piece, of: message, to: buffer, &count, depth: depth + 1) else { return false }
        position = piece.end(in: message)
      }
      return true
    default: return false
    }
  }

  /// One element of the structure (X.690 8.1).
  struct Element {
    let tag: UInt8
    /// Up to the end of the message where no length is given.
    let content: Range<Int>
    private let isIndefinite: Bool

    init?(_ message: ByteView, at start: Int) {
      guard start >= 0, start + 2 <= message.count else { return nil }
      tag = message[start]
      let first = Int(message[start + 1])
      guard first >= 0x80 else {
        content = start + 2..<start + 2 + first
        isIndefinite = false
        return
      }
      let digits = first & 0x7f
      guard digits <= 4, start + 2 + digits <= message.count else { return nil }
      var length = 0
      for index in 0..<digits { length = length << 8 | Int(message[start + 2 + index]) }
      isIndefinite = digits == 0
      let begin = start + 2 + digits
      content = begin..<(isIndefinite ? message.count : begin + length)
    }

    /// Where the next element begins.
    func end(in message: ByteView) -> Int {
      guard isIndefinite else { return content.upperBound }
      var position = content.lowerBound
      while let element = Element(message, at: position) {
        if element.tag == 0, element.content.isEmpty { return position + 2 }
        position = element.end(in: message)
      }
      return message.count
    }
  }
}
