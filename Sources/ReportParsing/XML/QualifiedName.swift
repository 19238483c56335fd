import Glibc

/// A name as it stands in a document, `prefix:local` or `local` (https://www.w3.org/TR/xml-names/#ns-qualnames).
struct QualifiedName {
  /// Empty where there is none.
  let prefix: UnsafeBufferPointer<UInt8>
  /// Ends with a zero byte, as the name does.
  let local: UnsafePointer<UInt8>

  init(_ name: UnsafePointer<UInt8>) {
    let start = UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self)
    let length = strcspn(start, ":")
    // A colon is a part of the name where what stands behind it cannot begin one.
    let isPrefixed = length > 0 && name[length] != 0 && Self.beginsName(name[length + 1])
    prefix = UnsafeBufferPointer(start: name, count: isPrefixed ? length : 0)
    local = isPrefixed ? name + length + 1 : name
  }

  /// Digits, hyphens, full stops and colons do not; nor does the zero byte at the end.
  private static func beginsName(_ byte: UInt8) -> Bool { byte > UInt8(ascii: ":") }

  /// The local name as text.
  var text: String { String(cString: local) }
}
