internal import DMARC

/// Writes one list of a canonical text (see `CanonicalText`) from bytes, making no texts.
///
/// Nulls are held back until something follows them, so that those at the end are cut.
struct CanonicalList {
  private var nulls = 0
  private var isFirst = true

  @inline(__always)
  init(to out: inout Bytes) { out.append(UInt8(ascii: "[")) }

  @inline(__always)
  func end(_ out: inout Bytes) { out.append(UInt8(ascii: "]")) }

  /// An item follows: writes what goes before it.
  @inline(__always)
  mutating func next(_ out: inout Bytes) {
    while nulls > 0 {
      separate(&out)
      out.append("null")
      nulls &-= 1
    }
    separate(&out)
  }

  @inline(__always)
  private mutating func separate(_ out: inout Bytes) {
    if isFirst { isFirst = false } else { out.append(UInt8(ascii: ",")) }
  }

  /// A null.
  @inline(__always)
  mutating func skip() { nulls &+= 1 }

  /// A text, null where it is absent.
  @inline(__always)
  mutating func text(_ run: ByteRange, of stage: Bytes, to out: inout Bytes) {
    if run.isAbsent { return skip() }
    next(&out)
    Self.writeString(stage.bytes(run), to: &out)
  }

  /// `"pass"`, `["fail","hardfail"]`, `[null,"odd"]` or null.
  @inline(__always)
  mutating func word(
    _ word: Vocabulary.Word, _ vocabulary: Vocabulary, of stage: Bytes, to out: inout Bytes
  ) {
    if word.text.isAbsent, word.number == WordTable.none { return skip() }
    next(&out)
    if word.text.isAbsent {
      out.append(vocabulary.quoted[Int(word.number)])
    } else {
      Self.writeOdd(word, vocabulary, of: stage, to: &out)
    }
  }

  private static func writeOdd(
    _ word: Vocabulary.Word, _ vocabulary: Vocabulary, of stage: Bytes, to out: inout Bytes
  ) {
    out.append(UInt8(ascii: "["))
    if word.number == WordTable.none {
      out.append("null")
    } else {
      out.append(vocabulary.quoted[Int(word.number)])
    }
    out.append(UInt8(ascii: ","))
    writeString(stage.bytes(word.text), to: &out)
    out.append(UInt8(ascii: "]"))
  }

  @inline(__always)
  private static func writeString(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout Bytes) {
    out.append(UInt8(ascii: "\""))
    var isPlain = true
    for byte in bytes where byte < 0x20 || byte == 0x22 || byte == 0x5c { isPlain = false }
    if isPlain { out.append(bytes) } else { writeEscaped(bytes, to: &out) }
    out.append(UInt8(ascii: "\""))
  }

  @inline(never)
  private static func writeEscaped(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout Bytes) {
    for byte in bytes {
      if byte < 0x20 {
        out.append("\\u00")
        out.append(hexDigit(byte >> 4))
        out.append(hexDigit(byte & 15))
      } else {
        if byte == 0x22 || byte == 0x5c { out.append(0x5c) }
        out.append(byte)
      }
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
