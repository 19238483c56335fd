import DMARC

extension DMARCRecord {
  /// What a record asks receivers to do, a sentence a line.
  public var explanation: [String] {
    let policy = policy
    var lines = ["Mail from the domain that fails DMARC: \(Self.treatment(policy.p))."]
    lines.append(
      policy.sp.map { "Mail from its subdomains that fails: \(Self.treatment($0))." }
        ?? "Its subdomains are treated like the domain.")
    if let np = policy.np {
      lines.append("Subdomains that do not exist: \(Self.treatment(np)).")
    }
    let strict = [
      policy.adkim == .strict ? "DKIM" : nil, policy.aspf == .strict ? "SPF" : nil,
    ].compactMap { $0 }
    if !strict.isEmpty {
      lines.append(
        "\(strict.joined(separator: " and ")) must name exactly the From domain to count.")
    }
    return lines
  }

  private static func treatment(_ policy: Policy) -> String {
    switch policy {
    case .none: "no wish; it is delivered as if there were no policy"
    case .quarantine: "treat it as suspicious, which mostly means the spam folder"
    case .reject: "refuse it"
    }
  }
}

extension DMARCRecord.Finding {
  /// The finding in a sentence.
  public var sentence: String {
    switch self {
    case .policyMissing: "there is no p tag, so the record counts as p=none"
    case .unknownValue(let tag): "\(tag.name) has a value nobody knows: \(tag.value)"
    case .unknownTag(let name): "no standard defines \(name); receivers pass over it"
    case .repeated(let name): "\(name) comes more than once; the first one counts here"
    case .noReports: "there is no rua tag, so no reports come"
    case .notMailto(let address): "a report address must begin with mailto: and \(address) does not"
    case .sizeLimit(let address): "the size limit in \(address) is passed over by reporters"
    case .percentage(let value): Self.percentage(value)
    case .historic(let name): "\(name) is gone from the standard; leave it out"
    case .testing: "t=y asks for one level less; receivers of the old standard enforce all the same"
    case .subdomainsOpen: "sp=none lets anybody forge every subdomain"
    case .subdomainsStricter: "subdomains are guarded better than the domain itself"
    }
  }

  private static func percentage(_ value: Int) -> String {
    value == 100
      ? "pct=100 says nothing; it is gone from the standard"
      : "pct=\(value) is gone from the standard; new receivers apply the policy to all mail"
  }
}
