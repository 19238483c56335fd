/// Texts in CSV.
enum CSVField {
  static func write(_ text: String, _ dialect: CSVDialect = .init(), to output: Output) {
    var text = text
    let isWritten = text.withUTF8 { bytes in
      guard isPlain(bytes, dialect) else { return false }
      output.append(bytes)
      return true
    }
    if !isWritten { writeCareful(text, dialect, to: output) }
  }

  /// Whether a text can stand as it is: ASCII, nothing to quote, nothing a spreadsheet reads.
  private static func isPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, _ dialect: CSVDialect
  ) -> Bool {
    if dialect.isForExcel, isLongNumber(bytes) { return false }
    guard let first = bytes.first, let last = bytes.last else { return true }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: " "):
      return false
    default:
      let separator = dialect.separator.byte
      return last != UInt8(ascii: " ") && !bytes.contains { needsCare($0) || $0 == separator }
    }
  }

  @inline(__always)
  private static func needsCare(_ byte: UInt8) -> Bool {
    byte &- 0x20 > 0x5E || byte == UInt8(ascii: "\"")
  }

  /// Digits of which a spreadsheet, which keeps fifteen, would lose some.
  private static func isLongNumber(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.count > 15 && bytes.allSatisfy { $0 &- 0x30 < 10 }
  }

  private static func writeCareful(_ text: String, _ dialect: CSVDialect, to output: Output) {
    let isLong = dialect.isForExcel && isLongNumber(text.utf8)
    let mark = isLong || SpreadsheetFormula.mayBegin(text) ? "'" : ""
    let disarmed = mark + TerminalText.safe(text)
    guard needsQuotes(disarmed, dialect.separator.byte) else { return output.append(disarmed) }
    output.append(UInt8(ascii: "\""))
    for byte in disarmed.utf8 {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output.append(UInt8(ascii: "\""))
  }

  /// White space at either end is quoted too: some readers trim what is not.
  private static func needsQuotes(_ text: String, _ separator: UInt8) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == separator }
      || text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ")
  }
}
