/// The form of a report's file name (RFC 7489 7.2.1.1): `receiver!domain!begin!end[!id].xml.gz`.
enum ReportName {
  static func matches(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "!"), omittingEmptySubsequences: false)
    guard parts.count >= 4 else { return false }
    return isNumber(parts[2]) && isNumber(parts[3].prefix { $0 != UInt8(ascii: ".") })
  }

  private static func isNumber(_ text: Substring.UTF8View) -> Bool {
    !text.isEmpty && text.allSatisfy { (48...57).contains($0) }
  }
}
