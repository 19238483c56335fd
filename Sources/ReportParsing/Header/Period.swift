/// Reads the times of a report's period.
enum Period {
  /// From here on a number must be milliseconds: in seconds it is the year 5138.
  private static let firstMilliseconds: Int64 = 100_000_000_000
  /// The end of the year 9999, beyond which days have no text.
  private static let last: Int64 = 253_402_300_799

  /// UTC seconds of a text; throws for anything that is no time.
  static func time(_ text: String) throws(ReportRefusal) -> Int64 {
    guard let number = number(text) else { throw .invalidPeriod(text: text) }
    let time = number >= firstMilliseconds ? number / 1000 : number
    guard time <= last else { throw .invalidPeriod(text: text) }
    return time
  }

  /// Notes what is odd about a time that was read.
  static func note(_ text: String, _ deviations: DeviationLog) {
    if text.utf8.contains(UInt8(ascii: ".")) { deviations.note(.periodFraction, text) }
    if let number = number(text), number >= firstMilliseconds {
      deviations.note(.periodMilliseconds, text)
    }
  }

  /// The digits in front of a fraction (163.com and others send `1337270400.0`).
  private static func number(_ text: String) -> Int64? {
    var number: Int64 = 0
    var digits = 0
    var isFraction = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "."), digits > 0, !isFraction {
        isFraction = true
        digits = 0
        continue
      }
      guard byte &- 0x30 < 10 else { return nil }
      digits += 1
      if isFraction { continue }
      number = number &* 10 &+ Int64(byte &- 0x30)
      guard number <= last &* 1000 else { return nil }
    }
    return digits > 0 ? number : nil
  }
}
