/// A TLSA record for SMTP, as text: usage, selector, matching type and digest (RFC 6698, RFC 7672).
enum TLSARecord {
  static func findings(in text: String) -> [RecordFinding] {
    let parts = text.split(whereSeparator: \.isWhitespace)
    let numbers = parts.prefix(3).compactMap { Int($0) }
    let digest = parts.dropFirst(3).joined()
    guard numbers.count == 3, !digest.isEmpty, digest.allSatisfy(\.isHexDigit) else {
      return [
        RecordFinding(
          .must, "tlsa-syntax", "RFC 6698 2.2", String(text.prefix(40)),
          "it must be three numbers and a digest in hexadecimal")
      ]
    }
    var found: [RecordFinding] = []
    switch numbers[0] {
    case 2, 3: break
    case 0, 1:
      found.append(
        RecordFinding(
          .must, "tlsa-usage", "RFC 7672 3.1.3", "\(numbers[0])",
          "mail servers do not use this usage; 3 1 1 is recommended"))
    default: found.append(unknown("usage", numbers[0]))
    }
    if numbers[1] > 1 { found.append(unknown("selector", numbers[1])) }
    let octets = [1: 32, 2: 64][numbers[2]]
    if numbers[2] > 2 { found.append(unknown("matching type", numbers[2])) }
    if let octets, digest.utf8.count != octets * 2 {
      found.append(
        RecordFinding(
          .must, "tlsa-digest", "RFC 6698 2.1.3", digest,
          "a digest of this matching type has \(octets) octets"))
    }
    return found
  }

  private static func unknown(_ what: String, _ number: Int) -> RecordFinding {
    RecordFinding(
      .must, "tlsa-syntax", "RFC 6698 2.1", "\(number)", "there is no such \(what)")
  }
}
