/// The parts of a Maildir file name: `base:2,FLAGS`; only the base name is the message's own.
enum MessageName {
  /// How many bytes the base name has.
  static func baseLength(_ name: some Collection<UInt8>) -> Int {
    var length = 0
    for byte in name {
      if byte == UInt8(ascii: ":") { break }
      length += 1
    }
    return length
  }

  /// The base name: what no flag and no move changes.
  static func base(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    name.prefix(baseLength(name))
  }

  /// The name with a flag set, flags in ASCII order as Maildir asks.
  static func name(_ name: some Collection<UInt8>, adding flag: UInt8) -> [UInt8] {
    let base = name.prefix(baseLength(name))
    let info = name.dropFirst(base.count)
    let known = info.starts(with: ":2,".utf8) ? Set(info.dropFirst(3)) : []
    return Array(base) + Array(":2,".utf8) + known.union([flag]).sorted()
  }

  /// The name as it must be in `cur`, where every name has an info part.
  static func nameInCur(_ name: some Collection<UInt8>) -> [UInt8] {
    baseLength(name) == name.count ? Array(name) + Array(":2,".utf8) : Array(name)
  }

  /// A base name as text, so that no two names are the same text; one that is none begins with a
  /// slash, which no name has, and has odd bytes and `%` as `%FF`.
  static func identity(_ base: some Collection<UInt8>) -> String {
    if let text = String(validating: base, as: UTF8.self) { return text }
    return "/"
      + base.map { byte in
        guard byte >= 128 || byte == UInt8(ascii: "%") else { return String(UnicodeScalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + digits
      }.joined()
  }
}
