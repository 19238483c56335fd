internal import DMARC

/// Values that stand in every row of an export, without a string in between.
extension Output {
  func append(_ number: Int64) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(number.magnitude, digits: 1)
  }

  /// A number with zeros before it, up to so many digits.
  func append(_ number: UInt64, digits least: Int) {
    var scale: UInt64 = 1
    var digits = 1
    while digits < least || number / scale >= 10 {
      scale *= 10
      digits += 1
    }
    while scale > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / scale % 10))
      scale /= 10
    }
  }

  func append(_ day: Day) {
    let (year, month, day) = day.civil
    if year < 0 { append(UInt8(ascii: "-")) }
    append(UInt64(year.magnitude), digits: 4)
    append(UInt8(ascii: "-"))
    append(UInt64(month.magnitude), digits: 2)
    append(UInt8(ascii: "-"))
    append(UInt64(day.magnitude), digits: 2)
  }
}
