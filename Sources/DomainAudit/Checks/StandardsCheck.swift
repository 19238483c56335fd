internal import DMARC
internal import DNS
internal import PublishedRecords
internal import ReceiverRules

/// Where receivers of RFC 9989 and of RFC 7489 do not apply the same to a name.
struct StandardsCheck: AuditCheck {
  let scene: AuditScene

  /// As many names as are looked at, those with the most mail first.
  private static let most = 100

  func findings() async -> [AuditFinding] {
    var names = scene.traffic.names
    names[scene.domain, default: 0] += 0
    let most = names.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.most)
    return await withTaskGroup(of: [AuditFinding].self) { group in
      for (name, messages) in most { group.addTask { await compare(name, messages) } }
      return await group.reduce(into: []) { $0 += $1 }
    }
  }

  private func compare(_ name: String, _ messages: MessageCount) async -> [AuditFinding] {
    let discovery = PolicyDiscovery(scene.resolver)
    let walk = await discovery.byTreeWalk(name)
    let list = await discovery.byPublicSuffix(name, scene.options.organization(name))
    guard let new = Self.text(walk), let old = Self.text(list), new != old else { return [] }
    return [
      AuditFinding(
        RecordFinding(
          .note, "dmarc-standards-differ", "RFC 9989 4.10", name,
          "receivers of RFC 9989 apply \(new), those of RFC 7489 \(old)"),
        DNSAnswer(.there([])), at: "_dmarc.\(name)", .txt, record: walk.rule?.record.text ?? "",
        messages: messages)
    ]
  }

  private static func text(_ policy: AppliedPolicy) -> String? {
    switch policy.outcome {
    case .notKnown: nil
    case .nothing: "nothing"
    case .policy(let rule): "\(rule.policy.rawValue) by the record of \(rule.domain)"
    }
  }
}
