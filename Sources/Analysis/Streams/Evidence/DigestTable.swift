import DMARC
import Facts

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
  private var setups = Numbering<SigningSetup>()

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

  func number(of setup: SigningSetup) -> Int { setups.number(of: setup) }
}
