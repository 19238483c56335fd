internal import DMARC
internal import DNS

/// Reads the data of one record, as it comes in answers (RFC 1035 3.3).
enum RecordData {
  static func read(_ bytes: [UInt8], _ type: DNSType) -> DNSData? {
    var reader = RecordReader(bytes: bytes[...])
    switch type {
    case .a, .aaaa: return SourceAddress(bytes: bytes).map { .address($0) }
    case .ns, .cname, .ptr: return reader.name().map { .name($0) }
    case .mx:
      guard let preference = reader.number(2), let host = reader.name() else { return nil }
      return .exchange(preference: Int(preference), host: host)
    case .txt: return reader.strings().map { .strings($0) }
    case .soa:
      guard let primary = reader.name(), let mailbox = reader.name(), let serial = reader.number(4)
      else { return nil }
      return .authority(primary: primary, mailbox: mailbox, serial: serial)
    case .tlsa: return bytes.count > 3 ? .bytes(bytes) : nil
    }
  }
}

/// Reads the parts of a record's data; whatever is cut off is `nil`.
private struct RecordReader {
  var bytes: ArraySlice<UInt8>

  mutating func number(_ count: Int) -> UInt32? {
    guard bytes.count >= count else { return nil }
    defer { bytes.removeFirst(count) }
    return bytes.prefix(count).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// A name; libunbound has taken compression out already.
  mutating func name() -> String? {
    var labels: [String] = []
    while let length = bytes.popFirst() {
      if length == 0 { return labels.joined(separator: ".") }
      guard length < 64, bytes.count >= length else { return nil }
      labels.append(Self.label(bytes.prefix(Int(length))))
      bytes.removeFirst(Int(length))
    }
    return nil
  }

  /// A label as text; a dot in it, or what is no visible ASCII, as in zone files (RFC 1035 5.1).
  private static func label(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.map { byte in
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "\\") || !(0x21...0x7e).contains(byte) {
        return DNSEscape.text(byte)
      }
      return String(UnicodeScalar(byte)).lowercased()
    }.joined()
  }

  mutating func strings() -> [[UInt8]]? {
    var strings: [[UInt8]] = []
    while let length = bytes.popFirst() {
      guard bytes.count >= length else { return nil }
      strings.append(Array(bytes.prefix(Int(length))))
      bytes.removeFirst(Int(length))
    }
    return strings.isEmpty ? nil : strings
  }
}

/// Octets as zone files write them (RFC 1035 5.1).
enum DNSEscape {
  static func text(_ byte: UInt8) -> String {
    let digits = String(byte)
    return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// A name for libunbound, in which no octet has a meaning of its own.
  static func question(_ name: String) -> String {
    name.utf8.map { byte in
      let isPlain = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "-._".utf8.contains(byte)
      return isPlain ? String(UnicodeScalar(byte)) : text(byte)
    }.joined() + "."
  }
}
