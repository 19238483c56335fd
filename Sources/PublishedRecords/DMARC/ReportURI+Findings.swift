extension ReportURI {
  /// What is to be said of the URIs of a tag.
  static func findings(in value: String, tag: String) -> [RecordFinding] {
    let addresses = list(value)
    guard addresses.contains(where: \.isUsable) else {
      let why = addresses.lazy.compactMap(\.fault).first?.sentence ?? "the address is missing"
      return [
        RecordFinding(
          .should, "dmarc-no-address", "RFC 9989 4.7", "\(tag)=\(value)",
          "\(why), so no report comes")
      ]
    }
    return addresses.flatMap { $0.findings(tag) }
  }

  private func findings(_ tag: String) -> [RecordFinding] {
    if let fault {
      return [
        RecordFinding(.should, "dmarc-address", "RFC 9989 4.7", "\(tag)=\(text)", fault.sentence)
      ]
    }
    guard hasSizeLimit else { return [] }
    return [
      RecordFinding(
        .note, "dmarc-size-limit", "RFC 9990 3.5", "\(tag)=\(text)",
        "the size behind ! is gone from the standard; reporters pass over it")
    ]
  }
}

extension ReportURI.Fault {
  fileprivate var sentence: String {
    switch self {
    case .empty: "the address is missing"
    case .noScheme: "mailto: is missing before the address"
    case .otherScheme: "reporters send to mailto: addresses only"
    case .noAddress: "it is no address of the form name@host.example"
    case .brackets: "< and > do not belong into it; write mailto:name@host.example"
    }
  }
}
