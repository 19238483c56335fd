/// The few ways text may stand out (ECMA-48 8.3.117, SGR).
enum Color: Int {
  case bold = 1
  case red = 31
  case green = 32
  case yellow = 33
  case cyan = 36

  func wrap(_ text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }
}
