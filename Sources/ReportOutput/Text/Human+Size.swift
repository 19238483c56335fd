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
