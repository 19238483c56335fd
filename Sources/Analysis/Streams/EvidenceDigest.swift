import DMARC

/// What the raw results of a mail say to somebody who asks for senders: ours, strangers, nobody.
final class EvidenceDigest {
  /// A signature in the name of the From domain's organization: where its key lies in DNS.
  struct Key: Hashable {
    let domain: String
    /// `nil` where the reporter does not send selectors.
    let selector: String?
  }

  /// All domains that authenticated, in full, in order.
  var authenticated: [String] = []
  /// Organizations of others that passed DKIM.
  var strangersByDKIM: Set<String> = []
  /// The organization of others that passed SPF.
  var strangersBySPF: Set<String> = []
  /// Our signatures that passed.
  var keysPassing: Set<Key> = []
  /// Our signatures that did not.
  var keysFailing: Set<Key> = []
  /// Whether SPF was asked about a domain of ours and did not pass.
  var ourSPFFails = false
  /// Whether SPF passed for a domain of ours.
  var ourSPFPasses = false
  /// Whether a DKIM or SPF result is a temporary or permanent error.
  var hasErrors = false
  /// Whether there is any result at all.
  var isEmpty = true
  /// The domains that signed and the one SPF was asked about, whatever came of it; ours in full
  /// and with their selectors, those of others by organization.
  var configuration = ""

  init(_ evidence: Evidence, from: String, domains: any OrganizationalDomains) {
    let ours = domains.organizationalDomain(of: from) ?? from
    for signature in evidence.dkim { read(signature, ours: ours, domains: domains) }
    for check in evidence.spf { read(check, ours: ours, domains: domains) }
    func parties(_ names: [String]) -> String {
      let parties = names.map { name in
        let organization = domains.organizationalDomain(of: name)
        return organization == ours ? name : organization ?? name
      }
      return Set(parties).sorted().joined(separator: "+")
    }
    let selectors = keysPassing.union(keysFailing).map { "\($0.selector ?? "?").\($0.domain)" }
    let signers = parties(evidence.dkim.compactMap(\.domain)) + selectors.sorted().joined()
    let senders = parties(evidence.spf.compactMap(\.domain))
    configuration = "\(signers)/\(senders)"
    isEmpty = evidence.dkim.isEmpty && evidence.spf.isEmpty
  }

  private func read(
    _ signature: DKIMSignature, ours: String, domains: any OrganizationalDomains
  ) {
    let result = signature.result.word
    if result == .temperror || result == .permerror { hasErrors = true }
    guard let domain = signature.domain, !domain.isEmpty else { return }
    let organization = domains.organizationalDomain(of: domain)
    if result == .pass { authenticated.append(domain) }
    if organization == ours {
      let key = Key(domain: domain, selector: signature.selector)
      if result == .pass { keysPassing.insert(key) } else { keysFailing.insert(key) }
    } else if result == .pass {
      strangersByDKIM.insert(organization ?? domain)
    }
  }

  private func read(
    _ check: SPFCheck, ours: String, domains: any OrganizationalDomains
  ) {
    let result = check.result.word
    if result == .temperror || result == .permerror { hasErrors = true }
    guard let domain = check.domain, !domain.isEmpty else { return }
    let organization = domains.organizationalDomain(of: domain)
    let passes = result == .pass
    // The name a host gives itself authenticates the host, not who it sends for.
    let isHost = check.scope.word == .helo
    if passes { authenticated.append(domain) }
    if organization == ours {
      if passes { ourSPFPasses = true } else { ourSPFFails = true }
    } else if passes, !isHost {
      strangersBySPF.insert(organization ?? domain)
    }
  }

  /// The organization of others this mail came through; what signed counts before what bounced.
  ///
  /// Of several signers one that is no known service is it: a customer of a service signs beside
  /// the service. Then one that SPF names too.
  private(set) lazy var stranger: String? = {
    let both = strangersByDKIM.intersection(strangersBySPF)
    let unknown = strangersByDKIM.filter { KnownServices.name(of: $0) == nil }
    return unknown.min() ?? both.min() ?? strangersByDKIM.min() ?? strangersBySPF.min()
  }()

  /// Whether a stranger signed it, as a mail service set up with care does.
  var isSignedByStranger: Bool { !strangersByDKIM.isEmpty }
}
