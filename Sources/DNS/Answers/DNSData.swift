public import DMARC

/// What a record says.
public enum DNSData: Hashable, Sendable {
  /// A or AAAA.
  case address(SourceAddress)
  /// NS, PTR or CNAME: a name in lower case, without the dot at the end; the root is "".
  case name(String)
  /// MX: the lowest preference comes first; the exchange "" is the null MX of RFC 7505.
  case exchange(preference: Int, host: String)
  /// TXT: the character strings as they stand.
  case strings([[UInt8]])
  /// SOA: the primary name server, the mailbox of whoever is responsible, and the serial number.
  case authority(primary: String, mailbox: String, serial: UInt32)
  /// TLSA and whatever else is taken as it is.
  case bytes([UInt8])
}

extension DNSData {
  /// The text of a TXT record, its strings joined without a space (RFC 7208 3.3); what is no
  /// UTF-8 becomes U+FFFD, which no record may hold.
  public var text: String? {
    guard case .strings(let strings) = self else { return nil }
    return String(decoding: strings.joined(), as: UTF8.self)
  }

  /// The address of an A or AAAA record.
  public var address: SourceAddress? {
    guard case .address(let address) = self else { return nil }
    return address
  }

  /// The name of an NS, PTR or CNAME record.
  public var name: String? {
    guard case .name(let name) = self else { return nil }
    return name
  }

  /// What the record says, as a zone file has it but for the quotes of TXT.
  public var shown: String {
    switch self {
    case .address(let address): address.text
    case .name(let name): name + "."
    case .exchange(let preference, let host): "\(preference) \(host)."
    case .strings: text ?? ""
    case .authority(let primary, let mailbox, let serial): "\(primary). \(mailbox). \(serial)"
    case .bytes(let bytes): Self.tlsa(bytes)
    }
  }

  /// Usage, selector and matching type in decimal, then the digest (RFC 6698 2.2).
  private static func tlsa(_ bytes: [UInt8]) -> String {
    let digest = bytes.dropFirst(3).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    return (bytes.prefix(3).map(String.init) + [digest.joined()]).joined(separator: " ")
  }
}
