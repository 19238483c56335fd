internal import DMARC
public import DNS
internal import PublishedRecords

/// Finds what receivers apply to a name, by both standards.
public struct PolicyDiscovery: Sendable {
  private let resolver: any DNSResolving

  /// A discovery that asks this resolver.
  public init(_ resolver: any DNSResolving) {
    self.resolver = resolver
  }

  /// By the tree walk of RFC 9989 4.10.1.
  public func byTreeWalk(_ name: String) async -> AppliedPolicy {
    let walk = await TreeWalk(from: name, by: resolver)
    let organization = walk.organizationalDomain
    // The author domain's record, the organization's, the public suffix's.
    let entry =
      walk.found.first { $0.domain == walk.start } ?? walk.found.first { $0.domain == organization }
      ?? walk.found.first { $0.record.psd == "y" }
    return AppliedPolicy(
      outcome: await outcome(walk, entry), organizationalDomain: organization,
      questions: walk.questions)
  }

  private func outcome(_ walk: TreeWalk, _ entry: TreeWalk.Found?) async -> AppliedPolicy.Outcome {
    // What was found before the trouble counts where nothing above could change it.
    if let trouble = walk.trouble, entry?.domain != walk.start { return .notKnown(trouble) }
    guard let entry, entry.record.applies else { return .nothing }
    return await rule(entry.record, at: entry.domain, for: walk.start)
  }

  /// By the public suffix list of RFC 7489 6.6.3: the name's own record or its organization's,
  /// and nothing between.
  public func byPublicSuffix(_ name: String, _ organization: String?) async -> AppliedPolicy {
    let name = DNSName.normalized(name)
    var questions: [String] = []
    func result(_ outcome: AppliedPolicy.Outcome) -> AppliedPolicy {
      AppliedPolicy(
        outcome: outcome, organizationalDomain: organization, questions: questions)
    }
    for domain in [name] + (organization.map { $0 == name ? [] : [$0] } ?? []) {
      questions.append("_dmarc.\(domain)")
      let answer = await resolver.ask("_dmarc.\(domain)", .txt)
      if let trouble = answer.trouble { return result(.notKnown(trouble)) }
      let texts = answer.texts.filter(DMARCPolicyRecord.isDMARC)
      if texts.isEmpty { continue }
      // Several records end the search (6.6.3 step 5).
      guard texts.count == 1, let record = DMARCPolicyRecord(texts[0]) else {
        return result(.nothing)
      }
      return result(oldRule(record, at: domain, for: name))
    }
    return result(.nothing)
  }

  private func oldRule(
    _ record: DMARCPolicyRecord, at domain: String, for name: String
  ) -> AppliedPolicy.Outcome {
    let hasReports = record.reportAddresses("rua").contains(where: \.isUsable)
    let tag = domain == name || record["sp"] == nil ? "p" : "sp"
    guard let p = record.policy("p"), let policy = tag == "p" ? p : record.policy("sp") else {
      // Without a usable policy it is p=none, if reports are asked for (6.6.3 step 6).
      guard hasReports else { return .nothing }
      return .policy(.init(domain: domain, record: record, tag: "p", policy: .none))
    }
    return .policy(.init(domain: domain, record: record, tag: tag, policy: policy))
  }

  private func rule(
    _ record: DMARCPolicyRecord, at domain: String, for name: String
  ) async -> AppliedPolicy.Outcome {
    guard domain != name else { return Self.outcome(record, domain, "p", record.ownPolicy) }
    let (existing, missing) = (record.subdomainPolicy, record.nonexistentPolicy)
    let subdomainTag = record["sp"] == nil ? "p" : "sp"
    if existing == missing { return Self.outcome(record, domain, subdomainTag, existing) }
    // A name without records below which a name exists does exist (RFC 9989 3.2.13, RFC 8020).
    let answer = await resolver.ask(name, .a)
    if let trouble = answer.trouble { return .notKnown(trouble) }
    return answer.isNoName
      ? Self.outcome(record, domain, "np", missing)
      : Self.outcome(record, domain, subdomainTag, existing)
  }

  private static func outcome(
    _ record: DMARCPolicyRecord, _ domain: String, _ tag: String, _ policy: Policy
  ) -> AppliedPolicy.Outcome {
    .policy(
      .init(
        domain: domain, record: record, tag: tag,
        policy: record.isTesting ? policy.oneStepBack : policy))
  }
}

extension Policy {
  /// What receivers do while the owner only tests (RFC 9989 4.7, t).
  var oneStepBack: Policy {
    switch self {
    case .none, .quarantine: .none
    case .reject: .quarantine
    }
  }
}
