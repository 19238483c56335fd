/// Numbers for machines, never with an exponent where six digits after the point are enough.
enum DecimalText {
  /// A share rounded to six digits, 0 and 1 only where it is exactly so; `nil` if not finite.
  static func share(_ share: Double) -> String? {
    guard share.isFinite else { return nil }
    guard abs(share) < 1e9 else { return number(share) }
    return micro(millionths(of: share))
  }

  /// A share rounded likewise, with all six digits: `0.500000`.
  static func fixed(_ share: Double) -> String? {
    guard share.isFinite, abs(share) < 1e9 else { return self.share(share) }
    let millionths = millionths(of: share)
    let rest = String(millionths.magnitude % 1_000_000 + 1_000_000).dropFirst()
    return "\(millionths < 0 ? "-" : "")\(millionths.magnitude / 1_000_000).\(rest)"
  }

  /// The same number as a value.
  static func rounded(_ share: Double) -> Double {
    share.isFinite && abs(share) < 1e9 ? Double(millionths(of: share)) / 1e6 : share
  }

  /// Any finite number: `12`, `0.000001`, else as short as it reads back; `nil` if not finite.
  static func number(_ number: Double) -> String? {
    guard number.isFinite else { return nil }
    guard abs(number) < 1e9, Double(Int64((number * 1e6).rounded())) / 1e6 == number else {
      return number.description
    }
    return micro(Int64((number * 1e6).rounded()))
  }

  private static func millionths(of share: Double) -> Int64 {
    let rounded = Int64((share * 1e6).rounded())
    if share > 0, share < 1 { return min(max(rounded, 1), 999_999) }
    return rounded
  }

  private static func micro(_ millionths: Int64) -> String {
    let whole = millionths.magnitude / 1_000_000
    var rest = millionths.magnitude % 1_000_000
    let sign = millionths < 0 ? "-" : ""
    guard rest > 0 else { return sign + String(whole) }
    var places = 6
    while rest % 10 == 0 { (rest, places) = (rest / 10, places - 1) }
    let digits = String(rest)
    let zeros = String(repeating: "0", count: places - digits.utf8.count)
    return "\(sign)\(whole).\(zeros)\(digits)"
  }
}
