public import DNS
public import PublishedRecords

/// The walk up the tree of names on which receivers of RFC 9989 find DMARC records (4.10).
public struct TreeWalk: Hashable, Sendable {
  /// A record, and the name whose `_dmarc` it stands at.
  public struct Found: Hashable, Sendable {
    /// Without `_dmarc`.
    public let domain: String
    /// What stands there.
    public let record: DMARCPolicyRecord
  }

  /// A name with several records, all of which are passed over (4.10 step 2).
  public struct Several: Hashable, Sendable {
    /// Without `_dmarc`.
    public let domain: String
    /// What stands there.
    public let texts: [String]
  }

  /// Where the walk began.
  public let start: String
  /// The names that were asked for, in order; at most eight.
  public private(set) var questions: [String] = []
  /// The records, from the longest name to the shortest.
  public private(set) var found: [Found] = []
  /// Names with several records.
  public private(set) var several: [Several] = []
  /// Why the walk ended before its end; `nil` where it did not.
  public private(set) var trouble: DNSAnswer.Trouble?

  /// More labels than this are not walked one by one (4.10 step 4).
  private static let most = 8

  /// Walks from a name to the top, or to the first record that says where the organization is.
  public init(from name: String, by resolver: any DNSResolving) async {
    start = DNSName.normalized(name)
    for domain in Self.names(from: start) {
      questions.append("_dmarc.\(domain)")
      let answer = await resolver.ask("_dmarc.\(domain)", .txt)
      if let trouble = answer.trouble {
        self.trouble = trouble
        return
      }
      let texts = answer.texts.filter(DMARCPolicyRecord.isDMARC)
      if texts.count > 1 { several.append(Several(domain: domain, texts: texts)) }
      guard texts.count == 1, let record = DMARCPolicyRecord(texts[0]) else { continue }
      found.append(Found(domain: domain, record: record))
      if record.psd != "u" { return }
    }
  }

  /// The names to ask at: the name itself, then one label less each time; from eight labels on the
  /// second has seven.
  static func names(from name: String) -> [String] {
    let labels = DNSName.labels(name)
    guard !labels.isEmpty else { return [] }
    let shortened = min(labels.count - 1, Self.most - 1)
    let tails = (0..<shortened).map { labels.suffix(shortened - $0).joined(separator: ".") }
    return [name] + tails
  }

  /// The organizational domain of the name (4.10.2).
  public var organizationalDomain: String {
    for entry in found {
      if entry.record.psd == "n" { return entry.domain }
      if entry.record.psd == "y", entry.domain != start {
        let depth = DNSName.labels(entry.domain).count + 1
        return DNSName.labels(start).suffix(depth).joined(separator: ".")
      }
    }
    // None says so: the record with the fewest labels; without any, the name itself.
    return found.last?.domain ?? start
  }
}
