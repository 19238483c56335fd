import DMARC

/// How the mail of a stream looks to a receiver.
struct Look: Hashable {
  struct Signature: Hashable {
    var domain: String
    var selector: String
    var result: DKIMResult
  }

  var from: String
  var signatures: [Signature] = []
  var spfDomain: String
  var spf: SPFResult
  var overrides: [Override] = []
  /// What the receiver says, where that is not what the results say.
  var claims: (dkim: Bool, spf: Bool)?

  static func == (left: Look, right: Look) -> Bool {
    left.from == right.from && left.signatures == right.signatures
      && left.spfDomain == right.spfDomain && left.spf == right.spf
      && left.overrides == right.overrides && left.claims?.dkim == right.claims?.dkim
      && left.claims?.spf == right.claims?.spf
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(from)
    hasher.combine(signatures)
    hasher.combine(spfDomain)
    hasher.combine(spf)
  }

  /// What a careful receiver finds under a policy.
  func passes(
    _ domains: any OrganizationalDomains, _ policy: PublishedPolicy
  ) -> (dkim: Bool, spf: Bool) {
    let dkim = signatures.contains {
      $0.result == .pass
        && domains.isAligned($0.domain, with: from, mode: policy.adkim ?? .relaxed)
    }
    return (
      dkim,
      spf == .pass && domains.isAligned(spfDomain, with: from, mode: policy.aspf ?? .relaxed)
    )
  }

  /// The organizations it authenticates as.
  func organizations(_ domains: any OrganizationalDomains) -> Set<String> {
    let passing =
      signatures.filter { $0.result == .pass }.map(\.domain)
      + (spf == .pass ? [spfDomain] : [])
    return Set(passing.map { domains.organizationalDomain(of: $0) ?? $0 })
  }
}

/// Mail of one look from one address on one day, before receivers see it.
struct Batch {
  var stream: Int
  var day: Int
  var address: String
  var look: Look
  var messages: Int
  /// The one receiver whose users it is for, by index; `nil` for all.
  var receiver: Int?
}

/// A stream as its sender knows it.
struct TrueStream {
  enum Kind {
    case legitimate
    /// Legitimate mail passed on by somebody else: shown apart.
    case forwarded
    case spoofed
  }

  /// What sets a sender right.
  enum Remedy: String {
    case sign
    case publishKey = "publish a key"
    case nameInSPF = "name in SPF"
    case nothing
  }

  var name: String
  var kind: Kind
  /// The day from which on its mail is as it will be: repaired, moved, fallen back, begun.
  var since: Int?
  /// What may be advised; nothing is judged where it is empty.
  var remedies: Set<Remedy> = []
}
