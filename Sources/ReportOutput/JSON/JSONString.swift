/// JSON strings (RFC 8259, section 7).
enum JSONString {
  /// Writes a string; what must not reach a terminal is escaped too, which loses nothing.
  static func write(_ text: String, to output: Output) {
    var text = text
    output.append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
      if bytes.contains(where: mayNeedEscape) {
        writeEscaped(bytes, to: output)
      } else {
        output.append(bytes)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  @inline(__always)
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte &- 0x20 > 0x5E || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func writeEscaped(_ bytes: UnsafeBufferPointer<UInt8>, to output: Output) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"": output.append("\\\"")
      case "\\": output.append("\\\\")
      case "\n": output.append("\\n")
      case "\t": output.append("\\t")
      case "\r": output.append("\\r")
      case _ where TerminalText.isUnsafe(scalar): writeUnits(of: scalar, to: output)
      default: UTF8.encode(scalar)?.forEach { output.append($0) }
      }
    }
  }

  private static func writeUnits(of scalar: Unicode.Scalar, to output: Output) {
    for unit in UTF16.encode(scalar) ?? .init() {
      let digits = String(unit, radix: 16)
      output.append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
    }
  }
}
