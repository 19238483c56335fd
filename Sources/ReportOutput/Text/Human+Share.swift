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
