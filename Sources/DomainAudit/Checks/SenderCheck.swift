internal import DMARC
internal import DNS
internal import PublishedRecords

/// The addresses that the domain's own mail comes from, and the names its servers give in HELO.
struct SenderCheck: AuditCheck {
  let scene: AuditScene

  /// As many addresses as are looked at, those with the most mail first.
  private static let most = 2000

  func findings() async -> [AuditFinding] {
    async let pointers = pointerFindings()
    async let names = heloFindings()
    return await pointers + names
  }

  private func pointerFindings() async -> [AuditFinding] {
    let addresses = scene.traffic.ownAddresses
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.most)
    return await withTaskGroup(of: [AuditFinding].self) { group in
      for (address, messages) in addresses {
        group.addTask { await judge(address, messages) }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
  }

  /// There and back: the address has a name, and the name has the address (FCrDNS).
  private func judge(_ address: SourceAddress, _ messages: MessageCount) async -> [AuditFinding] {
    guard let reverse = address.reverseName else { return [] }
    let answer = await scene.ask(reverse, .ptr)
    func found(_ code: String, _ text: String) -> [AuditFinding] {
      [
        AuditFinding(
          RecordFinding(.practice, code, "RFC 1912 2.1", address.text, text), answer, at: reverse,
          .ptr, messages: messages)
      ]
    }
    switch answer.state {
    case .notKnown:
      return scene.unknown(answer, "ptr-not-known", at: reverse, .ptr, messages: messages)
    case .notThere:
      return found("ptr-missing", "the address has no name; many receivers refuse its mail")
    case .there(let records):
      // More names than this are nobody's mail server.
      for name in records.compactMap(\.name).prefix(10) {
        let back = await scene.ask(name, address.family == .ipv6 ? .aaaa : .a)
        if back.trouble != nil {
          return scene.unknown(back, "ptr-not-known", at: name, .a, messages: messages)
        }
        if back.records.contains(.address(address)) { return [] }
      }
      return found("ptr-not-back", "its name does not lead back to the address")
    }
  }

  /// Names in HELO need an SPF record of their own: bounces are judged by it (RFC 7208 2.3).
  private func heloFindings() async -> [AuditFinding] {
    var uses: [String: MessageCount] = [:]
    for (sender, use) in scene.traffic.senders where sender.isHELO {
      uses[sender.domain, default: 0] += use.messages
    }
    let names = uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.most)
    let answers = await scene.askAll(names.map(\.key), .txt)
    return names.flatMap { name, messages -> [AuditFinding] in
      guard let answer = answers[name] else { return [] }
      if answer.trouble != nil {
        return scene.unknown(answer, "helo-not-known", at: name, .txt, messages: messages)
      }
      guard SPFRecord.candidates(among: answer.texts).isEmpty else { return [] }
      return [
        AuditFinding(
          RecordFinding(
            .practice, "helo-spf-missing", "RFC 7208 10.1.3", name,
            "the name is given in HELO and has no SPF record of its own; bounces rest on it"),
          DNSAnswer(.notThere(answer.isNoName ? .noName : .noData)), at: name, .txt,
          publish: "v=spf1 a -all", messages: messages)
      ]
    }
  }
}
