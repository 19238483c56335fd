import DMARC
import ReportStore

/// All evidence of a window, digested once for each organization in whose name it came.
final class DigestTable {
  let names: NameTable
  private(set) var digests: [EvidenceDigest] = []
  private let evidence: IDMap<StoredEvidence>
  /// Which evidence each digest is of, and for which organization.
  private var origins = Numbering<Pair>()
  /// Where keys lie in DNS: domain and selector, which is negative where none is sent.
  private var keys = Numbering<Pair>()
  private var selectors: [String: Int] = [:]
  private var configurations: [[Int]: Int] = [:]
  /// By digest; `nil` where nobody has asked.
  private var configurationOf: [Int?] = []

  init(evidence: IDMap<StoredEvidence>, names: NameTable) {
    self.evidence = evidence
    self.names = names
  }

  subscript(_ digest: Int) -> EvidenceDigest {
    _read { yield digests[digest] }
  }

  /// The digest of evidence of mail from a domain.
  func digest(_ evidence: Int, from: Int) -> Int {
    let ours = names.organization(of: from) ?? from
    let number = origins.number(of: Pair(evidence, ours))
    if number == digests.count {
      var reader = DigestReader(table: self, ours: ours)
      digests.append(reader.read(self.evidence[evidence]?.read ?? Evidence()))
      configurationOf.append(nil)
    }
    return number
  }

  func key(domain: Int, selector: String?) -> Int {
    keys.number(of: Pair(domain, selector.map(number(ofSelector:)) ?? -1))
  }

  /// Whether the reporter said which selector a key has.
  func hasSelector(_ key: Int) -> Bool { keys.keys[key].second >= 0 }

  private func number(ofSelector selector: String) -> Int {
    if let known = selectors[selector] { return known }
    selectors[selector] = selectors.count
    return selectors.count - 1
  }

  /// How the mail of a digest is set up: the domains that signed and the ones SPF was asked about,
  /// whatever came of it; ours in full and with their selectors, those of others by organization.
  func configuration(of digest: Int) -> Int {
    if let known = configurationOf[digest] { return known }
    let origin = origins.keys[digest]
    let evidence = evidence[origin.first]?.read ?? Evidence()
    let keys = Set(digests[digest].keysPassing + digests[digest].keysFailing).sorted()
    let parts = [
      parties(evidence.dkim.compactMap(\.domain), ours: origin.second), keys,
      parties(evidence.spf.compactMap(\.domain), ours: origin.second),
    ]
    let number = number(ofConfiguration: Array(parts.joined(separator: [-1])))
    configurationOf[digest] = number
    return number
  }

  private func parties(_ domains: [String], ours: Int) -> [Int] {
    let parties = domains.map { domain in
      let name = names.number(of: domain)
      let organization = names.organization(of: name)
      return organization == ours ? name : organization ?? name
    }
    return Set(parties).sorted()
  }

  private func number(ofConfiguration parts: [Int]) -> Int {
    if let known = configurations[parts] { return known }
    configurations[parts] = configurations.count
    return configurations.count - 1
  }
}
