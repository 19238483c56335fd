import DMARC

/// Digests evidence for one organization: tells its own results from those of others.
struct DigestReader {
  let table: DigestTable
  /// The organization of the From domain.
  let ours: Int
  private var digest = EvidenceDigest()
  private var strangersByDKIM: [Int] = []
  private var strangersBySPF: [Int] = []
  /// Who signed and who SPF was asked about, whatever came of it.
  private var signers: [Int] = []
  private var paths: [Int] = []
  /// Results of ours that are failures, and those that are temporary errors.
  private var failures = (lasting: 0, temporary: 0)

  init(table: DigestTable, ours: Int) {
    self.table = table
    self.ours = ours
  }

  mutating func read(_ evidence: Evidence) -> EvidenceDigest {
    for signature in evidence.dkim { read(signature) }
    for check in evidence.spf { read(check) }
    digest.isEmpty = evidence.dkim.isEmpty && evidence.spf.isEmpty
    digest.isSignedByStranger = !strangersByDKIM.isEmpty
    digest.stranger = stranger
    digest.oursFailsForNow = failures.temporary > 0 && failures.lasting == 0
    digest.setup = table.number(
      of: SigningSetup(
        signers: signers, keys: digest.keysPassing + digest.keysFailing, paths: paths))
    return digest
  }

  private mutating func read(_ signature: DKIMSignature) {
    let result = signature.result.word
    if result == .temperror || result == .permerror { digest.hasErrors = true }
    guard let name = signature.domain else { return }
    let domain = table.names.number(of: name)
    let organization = table.names.organization(of: domain)
    signers.append(organization == ours ? domain : organization ?? domain)
    guard !name.isEmpty else { return }
    if result == .pass { digest.authenticated.append(domain) }
    if organization == ours {
      let key = table.key(domain: domain, selector: signature.selector)
      if result == .pass { digest.keysPassing.add(key) } else { digest.keysFailing.add(key) }
      note(passes: result == .pass, isTemporary: result == .temperror)
    } else if result == .pass {
      strangersByDKIM.add(table.names.party(of: domain))
    }
  }

  private mutating func read(_ check: SPFCheck) {
    let result = check.result.word
    if result == .temperror || result == .permerror { digest.hasErrors = true }
    guard let name = check.domain else { return }
    let domain = table.names.number(of: name)
    let organization = table.names.organization(of: domain)
    paths.append(organization == ours ? domain : organization ?? domain)
    guard !name.isEmpty else { return }
    if result == .pass { digest.authenticated.append(domain) }
    if organization == ours {
      if result != .pass { digest.ourSPFFails = true }
      note(passes: result == .pass, isTemporary: result == .temperror)
    } else if result == .pass, check.scope.word != .helo {
      // The name a host gives itself authenticates the host, not who it sends for.
      strangersBySPF.add(table.names.party(of: domain))
    }
  }

  private mutating func note(passes: Bool, isTemporary: Bool) {
    if passes {
      digest.oursPasses = true
    } else if isTemporary {
      failures.temporary += 1
    } else {
      failures.lasting += 1
    }
  }

  /// The organization of others this mail came through; what signed counts before what bounced.
  ///
  /// Of several signers one that is no known service is it: a customer of a service signs beside
  /// the service. Then one that SPF names too.
  private var stranger: Int? {
    let names = table.names
    return names.first(of: strangersByDKIM.filter { !names.isService($0) })
      ?? names.first(of: strangersByDKIM.filter(strangersBySPF.contains))
      ?? names.first(of: strangersByDKIM) ?? names.first(of: strangersBySPF)
  }
}

extension [Int] {
  /// Appends a number that is not there yet, for lists that are short.
  fileprivate mutating func add(_ number: Int) {
    if !contains(number) { append(number) }
  }
}
