internal import DMARC

/// Reads the times of a report's period, which are seconds since 1970 (RFC 7489,
/// appendix C; RFC 9990, appendix A).
enum Period {
  /// A time, and how it was written where not as seconds.
  struct Reading {
    var seconds: Int64
    var oddity: DeviationName?
  }

  /// From here on a number must be milliseconds: in seconds it is the year 5138.
  private static let firstMilliseconds: Int64 = 100_000_000_000
  /// And from here on microseconds: in milliseconds it is the year 5138.
  private static let firstMicroseconds: Int64 = 100_000_000_000_000
  /// The end of the year 9999, beyond which days have no text.
  private static let last: Int64 = 253_402_300_799

  /// UTC seconds of a text; throws for anything that is no time, or can be more than one.
  static func time(_ text: String) throws(ReportRefusal) -> Int64 {
    guard let reading = reading(text), reading.seconds <= last else {
      throw .invalidPeriod(text: text)
    }
    return reading.seconds
  }

  /// Notes what is odd about a time that was read.
  static func note(_ text: String, _ deviations: DeviationLog) {
    if let oddity = reading(text)?.oddity { deviations.note(oddity, text) }
  }

  private static func reading(_ text: String) -> Reading? {
    if text.utf8.count <= 18, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
      return Int64(text).map { inSeconds($0, otherwise: nil) }
    }
    if let number = LenientNumber.read(text.utf8) {
      // 163.com and others send `1337270400.0`.
      let isFraction = text.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") }
      return inSeconds(number.value, otherwise: isFraction ? .periodFraction : .periodSpelling)
    }
    return Instant.seconds(iso8601: text).map { Reading(seconds: $0, oddity: .periodSpelling) }
  }

  private static func inSeconds(_ number: Int64, otherwise oddity: DeviationName?) -> Reading {
    if number >= firstMicroseconds {
      return Reading(seconds: number / 1_000_000, oddity: .periodMilliseconds)
    }
    if number >= firstMilliseconds {
      return Reading(seconds: number / 1000, oddity: .periodMilliseconds)
    }
    return Reading(seconds: number, oddity: oddity)
  }
}
