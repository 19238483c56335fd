internal import DMARC

extension MailExchange {
  /// What is wrong with the MX records of a name.
  public static func findings(in exchanges: [MailExchange]) -> [RecordFinding] {
    var found: [RecordFinding] = []
    if exchanges.contains(where: \.isNull), exchanges.count > 1 {
      found.append(
        RecordFinding(
          .must, "mx-null-beside-others", "RFC 7505 3", "0 .",
          "a null MX says that no mail is taken; no other MX may stand beside it"))
    }
    var hosts: Set<String> = []
    for exchange in exchanges {
      if !hosts.insert(exchange.host).inserted {
        found.append(
          RecordFinding(.note, "mx-repeated", "", exchange.text, "the host is named twice"))
      }
      found += exchange.findings
    }
    return found
  }

  private var findings: [RecordFinding] {
    if isNull {
      return preference == 0
        ? []
        : [
          RecordFinding(
            .should, "mx-null-preference", "RFC 7505 3", text,
            "a null MX has the preference 0")
        ]
    }
    if SourceAddress(host) != nil {
      return [
        RecordFinding(
          .must, "mx-address", "RFC 5321 5.1", text,
          "an MX names a host, and this is an address: no mail gets there")
      ]
    }
    guard host.contains(".") else {
      return [
        RecordFinding(
          .should, "mx-single-label", "RFC 5321 2.3.5", text,
          "the host has no domain; it seems to be cut off")
      ]
    }
    return []
  }
}
