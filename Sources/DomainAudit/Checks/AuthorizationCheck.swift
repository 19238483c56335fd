internal import DNS
internal import PublishedRecords
internal import ReceiverRules

/// The addresses that reports go to: whether they take mail, and whether others want it.
struct AuthorizationCheck: AuditCheck {
  let scene: AuditScene

  /// As many hosts as are asked; RFC 9990 4 lets reporters stop early too.
  private static let most = 20

  func findings() async -> [AuditFinding] {
    let applied = await PolicyDiscovery(scene.resolver).byTreeWalk(scene.domain)
    guard let rule = applied.rule else { return [] }
    let uris = ["rua", "ruf"].flatMap { rule.record.reportAddresses($0) }
    let hosts = Set(uris.compactMap(\.host)).sorted().prefix(Self.most)
    return await withTaskGroup(of: [AuditFinding].self) { group in
      for host in hosts {
        group.addTask { await authorization(of: rule.domain, at: host) }
        group.addTask { await reachability(of: host) }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
  }

  /// A host of another organization has to say that it wants reports (RFC 9990 4).
  private func authorization(of domain: String, at host: String) async -> [AuditFinding] {
    let own = scene.options.organization(domain) ?? domain
    guard (scene.options.organization(host) ?? host) != own else { return [] }
    let name = ReportAuthorization.name(of: domain, at: host)
    let answer = await scene.ask(name, .txt)
    if answer.trouble != nil {
      return scene.unknown(answer, "dmarc-authorization-not-known", at: name, .txt)
    }
    let texts = answer.texts.filter(ReportAuthorization.allows)
    if let text = texts.first { return scene.judgedAuthorization(text, answer, at: name, host) }
    return [
      AuditFinding(
        RecordFinding(
          .must, "dmarc-not-authorized", "RFC 9990 4", host,
          "\(host) does not say that it takes reports about \(domain), so none are sent there"),
        answer, at: name, .txt, publish: "v=DMARC1;", messages: scene.traffic.messages)
    ]
  }

  private func reachability(of host: String) async -> [AuditFinding] {
    let answer = await scene.ask(host, .mx)
    let isNull = answer.records.contains(.exchange(preference: 0, host: ""))
    if !answer.records.isEmpty, !isNull { return [] }
    if answer.trouble != nil {
      return scene.unknown(answer, "dmarc-address-not-known", at: host, .mx)
    }
    if !isNull {
      async let ipv4 = scene.ask(host, .a)
      async let ipv6 = scene.ask(host, .aaaa)
      for address in await [ipv4, ipv6] {
        if case .notThere = address.state { continue }
        return []
      }
    }
    return [
      AuditFinding(
        RecordFinding(
          .must, "dmarc-address-unreachable", "RFC 5321 5.1", host,
          "\(host) takes no mail, so the reports go nowhere"), answer, at: host, .mx)
    ]
  }
}

extension AuditScene {
  fileprivate func judgedAuthorization(
    _ text: String, _ answer: DNSAnswer, at name: String, _ host: String
  ) -> [AuditFinding] {
    RecordLint.judge([text], as: .dmarcReport, host: host).findings.map {
      AuditFinding($0, answer, at: name, .txt, record: text)
    }
  }
}
