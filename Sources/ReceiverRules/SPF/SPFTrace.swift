internal import DMARC
internal import DNS
internal import PublishedRecords

extension SPFOutcome.Step {
  /// The step with its end, which only what comes after it decides.
  func ending(answer: String, _ result: String) -> Self {
    Self(
      depth: depth, domain: domain, term: term, name: name, lookup: lookup, answer: answer,
      result: result)
  }
}

extension DNSAnswer {
  /// The answer in a few words, for a trace.
  var shown: String {
    switch state {
    case .there(let records): records.prefix(10).map(\.shown).joined(separator: " ")
    case .notThere(.noName): "no such name"
    case .notThere(.noData): "no such record"
    case .notKnown(let trouble): trouble.sentence
    }
  }
}

extension SPFQualifier {
  /// The result where a mechanism of it matches (RFC 7208 4.6.2).
  var result: SPFResult {
    switch self {
    case .pass: .pass
    case .fail: .fail
    case .softfail: .softfail
    case .neutral: .neutral
    }
  }
}

extension SPFPrefixes {
  /// Whether an address is among those of a host, as far as the bits that count.
  func hold(_ address: SourceAddress, in records: [DNSData]) -> Bool {
    records.compactMap(\.address).contains {
      AddressBlock($0, prefix: $0.family == .ipv6 ? ipv6 : ipv4).contains(address)
    }
  }
}
