internal import DMARC

/// Gathers the sections before the records.
final class HeaderBuilder {
  private var texts = ElementTexts()
  private var errors: [String] = []
  /// The sections met, whatever was in them.
  private var sections: UInt64 = 0
  private let deviations: DeviationLog
  private(set) var bytes = 0
  var namespace: String?

  init(deviations: DeviationLog) {
    self.deviations = deviations
  }

  func clear() {
    texts.clear()
    errors.removeAll()
    sections = 0
    namespace = nil
    bytes = 0
  }

  /// Notes that a section begins; `false` when there was one already.
  func open(_ section: Element) -> Bool {
    defer { sections |= section.bit }
    return !has(section)
  }

  private func has(_ section: Element) -> Bool { sections & section.bit != 0 }

  /// Takes a value; of several the first that is not empty counts.
  func set(_ element: Element, _ text: String) {
    guard !text.isEmpty else { return }
    bytes += text.utf8.count
    if element == .error {
      errors.append(text)
    } else if texts[element] == nil {
      texts[element] = text
    } else {
      deviations.note(.elementDuplicate, element.name)
    }
  }

  /// The alignment mode read for `adkim` or `aspf`; relaxed where there is none (RFC 7489 3.1).
  func mode(_ element: Element) -> AlignmentMode {
    texts[element].flatMap { Sent<AlignmentMode>(reading: $0).word } ?? .relaxed
  }

  /// The header, and what is odd about it noted; throws a refusal that names all that is missing.
  func notedHeader() throws(ReportRefusal) -> ReportHeader {
    let header = try header()
    noteWhatIsOdd(header)
    return header
  }

  /// The header; throws a refusal that names everything that is missing.
  func header() throws(ReportRefusal) -> ReportHeader {
    let organization = texts[.orgName] ?? organizationOfEmail
    guard let organization, let id = texts[.reportID], let domain = texts[.domain],
      let begin = texts[.begin], let end = texts[.end]
    else { throw .missing(missing(organization: organization)) }
    var metadata = ReportMetadata(
      organization: organization, email: texts[.email] ?? "", reportID: id,
      begin: try Period.time(begin), end: try Period.time(end))
    metadata.extraContactInfo = texts[.extraContactInfo]
    metadata.errors = errors
    metadata.generator = texts[.generator]
    guard let name = PolicyDomain(domain)?.name else { throw .invalidDomain(text: domain) }
    var header = ReportHeader(metadata: metadata, policy: policy(of: name))
    header.version = texts[.version]
    header.namespace = namespace
    return header
  }

  private var organizationOfEmail: String? {
    guard let email = texts[.email], let at = email.lastIndex(of: "@") else { return nil }
    let domain = DomainName.normalized(email[email.index(after: at)...].filter { $0 != ">" })
    return domain.isEmpty ? nil : domain
  }

  private func missing(organization: String?) -> [String] {
    missingOfMetadata(organization: organization) + missingOfPolicy
  }

  private func missingOfMetadata(organization: String?) -> [String] {
    let times = [Element.begin, .end].filter { texts[$0] == nil }
    let period = times.count == 2 ? ["date_range"] : times.map { "date_range/\($0.name)" }
    let missing =
      (organization == nil ? ["org_name"] : []) + (texts[.reportID] == nil ? ["report_id"] : [])
      + period
    return missing.count == 3 && !has(.reportMetadata)
      ? ["report_metadata"] : missing
  }

  private var missingOfPolicy: [String] {
    guard texts[.domain] == nil else { return [] }
    return has(.policyPublished)
      ? ["policy_published/domain"] : ["policy_published"]
  }

  private func policy(of domain: String) -> PolicyPublished {
    var policy = PolicyPublished(domain: domain, p: word(.p))
    policy.sp = word(.sp)
    policy.np = word(.np)
    policy.adkim = word(.adkim)
    policy.aspf = word(.aspf)
    policy.discoveryMethod = word(.discoveryMethod)
    policy.pct = texts[.pct]
    policy.fo = texts[.fo]
    policy.testing = texts[.testing]
    return policy
  }

  private func word<Word: ReportWord>(_ element: Element) -> Sent<Word> {
    texts[element].map(Sent.init(reading:)) ?? .missing
  }
}

extension HeaderBuilder {
  private func noteWhatIsOdd(_ header: ReportHeader) {
    if texts[.orgName] == nil {
      deviations.note(.organizationMissing, header.metadata.organization)
    }
    if header.metadata.email.isEmpty { deviations.note(.emailMissing) }
    if header.metadata.end < header.metadata.begin {
      deviations.note(.periodReversed, "\(header.metadata.begin) \(header.metadata.end)")
    }
    texts[.begin].map { Period.note($0, deviations) }
    texts[.end].map { Period.note($0, deviations) }
    note(header.policy)
  }

  private func note(_ policy: PolicyPublished) {
    if let text = texts[.domain], let domain = PolicyDomain(text) {
      if domain.isAddress { deviations.note(.domainIsAddress, text) }
      if domain.isUnusual { deviations.note(.policyDomainUnusable, text) }
    }
    if policy.p == .missing { deviations.note(.policyMissing) }
    note(policy.p, .p)
    note(policy.sp, .sp)
    note(policy.np, .np)
    note(policy.adkim, .adkim)
    note(policy.aspf, .aspf)
    note(policy.discoveryMethod, .discoveryMethod)
    if let testing = policy.testing, testing != "y", testing != "n" {
      deviations.note(.policyWordUnknown, "testing: \(testing)")
    }
    if let pct = policy.pct, !(UInt8(pct).map { $0 <= 100 } ?? false) {
      deviations.note(.policyWordUnknown, "pct: \(pct)")
    }
  }

  private func note<Word>(_ sent: Sent<Word>, _ element: Element) {
    guard let text = sent.text else { return }
    deviations.note(
      sent.word == nil ? .policyWordUnknown : .policyWordSpelling, "\(element.name): \(text)")
  }
}
