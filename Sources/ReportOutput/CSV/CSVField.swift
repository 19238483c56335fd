/// Texts in CSV.
enum CSVField {
  static func write(_ text: String, to output: Output) {
    var text = text
    let isWritten = text.withUTF8 { bytes in
      guard isPlain(bytes) else { return false }
      output.append(bytes)
      return true
    }
    if !isWritten { writeCareful(text, to: output) }
  }

  /// Whether a text can stand as it is: ASCII, nothing to quote, nothing a spreadsheet reads.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: " "):
      return false
    default: return last != UInt8(ascii: " ") && !bytes.contains(where: needsCare)
    }
  }

  @inline(__always)
  private static func needsCare(_ byte: UInt8) -> Bool {
    byte &- 0x20 > 0x5E || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",")
  }

  private static func writeCareful(_ text: String, to output: Output) {
    let disarmed = (SpreadsheetFormula.mayBegin(text) ? "'" : "") + TerminalText.safe(text)
    guard needsQuotes(disarmed) else { return output.append(disarmed) }
    output.append(UInt8(ascii: "\""))
    for byte in disarmed.utf8 {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output.append(UInt8(ascii: "\""))
  }

  /// White space at either end is quoted too: some readers trim what is not.
  private static func needsQuotes(_ text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") }
      || text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ")
  }
}
