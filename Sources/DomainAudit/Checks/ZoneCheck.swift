internal import DNS
internal import PublishedRecords

/// The zone itself: whether it exists, who serves it, its signature, and the names in From.
struct ZoneCheck: AuditCheck {
  let scene: AuditScene

  /// As many names as are asked for; strangers invent them.
  private static let mostNames = 1000

  func findings() async -> [AuditFinding] {
    let authority = await scene.ask(scene.domain, .soa)
    if authority.isNoName {
      return [
        AuditFinding(
          RecordFinding(
            .must, "zone-missing", "RFC 8020", scene.domain, "there is no such domain in DNS"),
          authority, at: scene.domain, .soa, messages: scene.traffic.messages)
      ]
    }
    return scene.unknown(authority, "zone-not-known", at: scene.domain, .soa)
      + signature(authority) + (await servers()) + (await names())
  }

  private func signature(_ answer: DNSAnswer) -> [AuditFinding] {
    guard case .bogus(let why) = answer.security else { return [] }
    return [
      AuditFinding(
        RecordFinding(
          .must, "dnssec-bogus", "RFC 4035 4.3", "",
          "the signatures do not hold, and whoever validates gets no answer: \(why)"),
        answer, at: scene.domain, .soa)
    ]
  }

  private func servers() async -> [AuditFinding] {
    let answer = await scene.ask(scene.domain, .ns)
    // A name below a zone has no servers of its own.
    let hosts = answer.records.compactMap(\.name)
    var found = scene.unknown(answer, "zone-servers-not-known", at: scene.domain, .ns)
    if hosts.count == 1 {
      found.append(
        AuditFinding(
          RecordFinding(
            .should, "zone-one-server", "RFC 2182 5", hosts[0],
            "one name server is one too few: name two or three, on separate networks"),
          answer, at: scene.domain, .ns))
    }
    let ipv4 = await scene.askAll(hosts, .a)
    let ipv6 = await scene.askAll(hosts, .aaaa)
    for host in hosts {
      guard case .notThere = ipv4[host]?.state, case .notThere = ipv6[host]?.state else { continue }
      found.append(
        AuditFinding(
          RecordFinding(
            .must, "zone-server-address", "RFC 1034 4.2.2", host, "the name server has no address"),
          answer, at: scene.domain, .ns))
    }
    return found
  }

  /// Names in From that do not exist: what the np tag is for (RFC 9989 4.7).
  private func names() async -> [AuditFinding] {
    let names = scene.traffic.names.filter { $0.key != scene.domain }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostNames)
    let answers = await scene.askAll(names.map(\.key), .a)
    return names.compactMap { name, messages in
      guard let answer = answers[name], answer.isNoName else { return nil }
      return AuditFinding(
        RecordFinding(
          .note, "from-name-missing", "RFC 9989 4.7", name,
          "mail is sent in a name that does not exist; np=reject stops it"),
        answer, at: name, .a, messages: messages)
    }
  }
}
