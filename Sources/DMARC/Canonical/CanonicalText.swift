/// The one text form of evaluations and evidence: JSON arrays, no white space, trailing nulls cut.
///
/// Evaluation: `["none","pass","fail"]`, with overrides
/// `["none","fail","fail",[["local_policy","arc=pass"]]]`.
/// Evidence: `[[["example.com","s1","pass"]],[["bounce.example.net","mfrom","pass"]]]`, signatures
/// as domain, selector, result, human result; SPF checks as domain, scope, result, human result.
/// A word is `"pass"`; with the text it came as `["fail","hardfail"]`; unknown `[null,"odd"]`;
/// missing `null`.
public enum CanonicalText {
  /// What a canonical text is made of.
  public enum Value: Hashable, Sendable {
    case null
    case text(String)
    case list([Value])
  }

  /// Writes a value; trailing nulls of lists are cut.
  public static func write(_ value: Value, to arena: ByteArena) {
    switch value {
    case .null: arena.append("null")
    case .text(let text):
      var text = text
      text.withUTF8 { writeString(UnsafeRawBufferPointer($0), to: arena) }
    case .list(let values):
      let kept = values.reversed().drop { $0 == .null }.reversed()
      arena.append(UInt8(ascii: "["))
      for (index, value) in kept.enumerated() {
        if index > 0 { arena.append(UInt8(ascii: ",")) }
        write(value, to: arena)
      }
      arena.append(UInt8(ascii: "]"))
    }
  }

  /// A value as text.
  public static func text(_ value: Value) -> String {
    let arena = ByteArena(capacity: 256)
    write(value, to: arena)
    return String(decoding: arena.bytes, as: UTF8.self)
  }

  /// Writes UTF-8 bytes as a JSON string.
  public static func writeString(_ bytes: UnsafeRawBufferPointer, to arena: ByteArena) {
    arena.append(UInt8(ascii: "\""))
    var start = 0
    for index in bytes.indices where needsEscape(bytes[index]) {
      arena.append(UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
      writeEscape(bytes[index], to: arena)
      start = index + 1
    }
    arena.append(UnsafeRawBufferPointer(rebasing: bytes[start...]))
    arena.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func writeEscape(_ byte: UInt8, to arena: ByteArena) {
    arena.append(UInt8(ascii: "\\"))
    guard byte < 0x20 else {
      arena.append(byte)
      return
    }
    arena.append("u00")
    arena.append(hexDigit(byte >> 4))
    arena.append(hexDigit(byte & 15))
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// Reads a text that `write` made; `nil` for anything else.
  public static func read(_ text: String) -> Value? {
    read(text, value)
  }

  private static func value(_ reader: inout CanonicalReader) -> Value {
    switch reader.next {
    case .text: return Value(reader.text())
    case .list:
      var values: [Value] = []
      reader.list { reader, _ in values.append(value(&reader)) }
      return .list(values)
    case .null:
      reader.skip()
      return .null
    }
  }

  /// What `make` makes of a text; `nil` for one that `write` did not make.
  static func read<Made>(_ text: String, _ make: (inout CanonicalReader) -> Made) -> Made? {
    var text = text
    return text.withUTF8 { bytes in
      var reader = CanonicalReader(bytes: bytes)
      let made = make(&reader)
      return reader.isDone ? made : nil
    }
  }
}
