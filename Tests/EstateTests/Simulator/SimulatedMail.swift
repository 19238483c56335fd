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
}

/// Mail of one look from one address on one day, before receivers see it.
struct Batch {
  var stream: Int
  var day: Int
  var address: String
  var look: Look
  var messages: Int
}

/// A stream as its sender knows it.
struct TrueStream {
  enum Kind {
    case legitimate
    /// Legitimate mail passed on by somebody else: shown apart.
    case forwarded
    case spoofed
  }

  var name: String
  var kind: Kind
}
