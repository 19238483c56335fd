/// Values as people read them.
public enum Human {
  /// A whole number in groups of three: `12,345`.
  public static func count(_ number: Int64) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var text: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(UInt8(ascii: ",")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A number of things: `1 report`, `12,345 reports`, `2 policies`.
  public static func counted(_ number: Int64, _ one: String, _ many: String? = nil) -> String {
    "\(count(number)) \(number == 1 ? one : many ?? one + "s")"
  }
}

extension Human {
  /// A share of one as `97.3 %`; `100.0 %` and `0.0 %` only where it is exactly so.
  ///
  /// 0.9997 is `99.9 %`, and what is less than a thousandth but more than nothing is `<0.1 %`.
  public static func share(_ share: Double) -> String {
    guard share.isFinite, abs(share) < 1e12 else { return "?" }
    let size = abs(share)
    if size > 0, size < 0.001 { return share < 0 ? ">-0.1 %" : "<0.1 %" }
    let tenths = thousandths(of: size)
    return "\(share < 0 ? "-" : "")\(count(tenths / 10)).\(tenths % 10) %"
  }

  private static func thousandths(of size: Double) -> Int64 {
    let rounded = Int64((size * 1000).rounded())
    return size < 1 ? min(rounded, 999) : size > 1 ? max(rounded, 1001) : rounded
  }
}

extension Human {
  /// A number of bytes: `999 B`, `12.3 MB`; a kB is 1000 bytes.
  public static func bytes(_ number: Int64) -> String {
    var size = Double(number.magnitude)
    var unit = "B"
    for next in ["kB", "MB", "GB", "TB", "PB", "EB"] where (size * 10).rounded() / 10 >= 1000 {
      size /= 1000
      unit = next
    }
    let sign = number < 0 ? "-" : ""
    return unit == "B" ? "\(sign)\(Int(size)) B" : "\(sign)\(fixed(size, places: 1)) \(unit)"
  }

  /// A time as `3 ms`, `0.42 s`, `12.3 s`, `2 min 5 s`, `3 h 25 min`.
  public static func duration(_ duration: Duration) -> String {
    let seconds = max(0, duration / .seconds(1))
    if seconds < 0.0095 { return "\(Int((seconds * 1000).rounded())) ms" }
    if seconds < 9.995 { return "\(fixed(seconds, places: 2)) s" }
    if seconds < 59.95 { return "\(fixed(seconds, places: 1)) s" }
    let whole = Int64(seconds.rounded())
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(count(whole / 3600)) h \(whole % 3600 / 60) min"
  }

  /// A number that is not negative with one or two digits after the point.
  private static func fixed(_ number: Double, places: Int) -> String {
    let scale = places == 1 ? 10 : 100
    let scaled = Int((number * Double(scale)).rounded())
    let rest = String(scaled % scale)
    let zeros = String(repeating: "0", count: places - rest.utf8.count)
    return "\(scaled / scale).\(zeros)\(rest)"
  }
}

extension Human {
  /// The text in lines of at most `width` cells, broken at spaces; a longer word stays whole.
  ///
  /// Newlines in the text stay; without a width nothing else is broken.
  public static func wrap(_ text: String, width: Int?) -> [String] {
    lines(text).flatMap { wrapLine($0, width: width) }
  }

  /// Most texts are one line, which to see in bytes is much quicker than in characters.
  static func lines(_ text: String) -> [Substring] {
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return [text[...]] }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func wrapLine(_ text: Substring, width: Int?) -> [String] {
    guard let width else { return [String(text)] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let cells = DisplayWidth.of(word)
      if used > 0, used + 1 + cells > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line += used > 0 ? " " + word : String(word)
      used += (used > 0 ? 1 : 0) + cells
    }
    return lines + [line]
  }
}
