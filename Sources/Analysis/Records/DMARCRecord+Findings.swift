import DMARC

extension DMARCRecord {
  /// Something in a record that its owner should know.
  public enum Finding: Hashable, Sendable {
    /// No `p`: the record counts as `p=none`.
    case policyMissing
    /// A tag, given with its value, has a value nobody knows.
    case unknownValue(Tag)
    /// A tag that no standard defines; receivers pass over it.
    case unknownTag(String)
    /// A tag comes more than once.
    case repeated(String)
    /// No `rua`: no reports come, and nothing can be learned.
    case noReports
    /// A report address that is no `mailto:` URI.
    case notMailto(String)
    /// A size limit after `!`, which reporters pass over (RFC 9990).
    case sizeLimit(String)
    /// `pct` is gone from the standard and was seldom applied but for 0 and 100.
    case percentage(Int)
    /// `rf` or `ri`, gone from the standard.
    case historic(String)
    /// `t=y` asks for one level less; receivers of the old standard enforce all the same.
    case testing
    /// `sp=none` beside an enforced `p`: every subdomain can be forged.
    case subdomainsOpen
    /// `p` is weaker than `sp`.
    case subdomainsStricter
  }

  private static let known: Set<String> = [
    "adkim", "aspf", "fo", "np", "p", "psd", "rua", "ruf", "sp", "t", "pct", "rf", "ri",
  ]

  /// What is wrong or worth knowing, in the order of the record.
  public var findings: [Finding] {
    var seen: Set<String> = []
    var found: [Finding] = self["p"] == nil ? [.policyMissing] : []
    for tag in tags {
      if !seen.insert(tag.name).inserted { found.append(.repeated(tag.name)) }
      found += Self.findings(in: tag)
    }
    if self["rua"] == nil { found.append(.noReports) }
    let policy = policy
    if policy.p != .none, policy.sp == Optional.some(.none) { found.append(.subdomainsOpen) }
    if let sp = policy.sp, sp > policy.p { found.append(.subdomainsStricter) }
    return found
  }

  private static func findings(in tag: Tag) -> [Finding] {
    let value = tag.value.lowercased()
    func oneOf(_ values: Set<String>) -> [Finding] {
      values.contains(value) ? [] : [.unknownValue(tag)]
    }
    switch tag.name {
    case "p", "sp", "np": return oneOf(["none", "quarantine", "reject"])
    case "adkim", "aspf": return oneOf(["r", "s"])
    case "psd": return oneOf(["y", "n", "u"])
    case "t": return value == "y" ? [.testing] : oneOf(["n"])
    case "pct": return percentage(tag)
    case "rua", "ruf": return addresses(tag)
    case "rf", "ri": return [.historic(tag.name)]
    default: return known.contains(tag.name) ? [] : [.unknownTag(tag.name)]
    }
  }

  private static func percentage(_ tag: Tag) -> [Finding] {
    guard let value = Int(tag.value), (0...100).contains(value) else {
      return [.unknownValue(tag)]
    }
    return [.percentage(value)]
  }

  private static func addresses(_ tag: Tag) -> [Finding] {
    tag.value.split(separator: ",").flatMap { part -> [Finding] in
      let address = String(part.drop { $0 == " " })
      guard address.lowercased().hasPrefix("mailto:") else { return [.notMailto(address)] }
      return address.contains("!") ? [.sizeLimit(address)] : []
    }
  }
}
