internal import DMARC
internal import DNS
internal import PublishedRecords

/// Where mail for the domain goes.
struct ExchangeCheck: AuditCheck {
  let scene: AuditScene

  func findings() async -> [AuditFinding] {
    let answer = await scene.ask(scene.domain, .mx)
    let exchanges = answer.records.compactMap { record -> MailExchange? in
      guard case .exchange(let preference, let host) = record else { return nil }
      return MailExchange(preference: preference, host: host)
    }
    guard !exchanges.isEmpty else {
      return scene.unknown(answer, "mx-not-known", at: scene.domain, .mx) + (await implicit(answer))
    }
    return scene.judged(exchanges.map(\.text), as: .mx, answer, at: scene.domain, .mx)
      + contradiction(exchanges, answer) + (await hosts(exchanges, answer))
  }

  /// Without MX, mail goes to the address of the name itself (RFC 5321 5.1).
  private func implicit(_ answer: DNSAnswer) async -> [AuditFinding] {
    guard answer.state == .notThere(.noData) else { return [] }
    let address = await scene.ask(scene.domain, .a)
    let text =
      address.records.isEmpty
      ? "there is no MX and no address, so no answer to its mail arrives"
      : "there is no MX, so mail goes to the address of the name itself"
    return [
      AuditFinding(
        RecordFinding(.note, "mx-none", "RFC 5321 5.1", "", text), answer, at: scene.domain, .mx)
    ]
  }

  private func contradiction(
    _ exchanges: [MailExchange], _ answer: DNSAnswer
  ) -> [AuditFinding] {
    guard exchanges.contains(where: \.isNull), scene.traffic.passing > 0 else { return [] }
    return [
      AuditFinding(
        RecordFinding(
          .should, "mx-null-but-sends", "RFC 7505 4.2", "0 .",
          "the domain says that it takes no mail, and yet mail of its own is sent as it; receivers "
            + "may refuse that"),
        answer, at: scene.domain, .mx, messages: scene.traffic.passing)
    ]
  }

  private func hosts(
    _ exchanges: [MailExchange], _ answer: DNSAnswer
  ) async -> [AuditFinding] {
    let hosts = exchanges.filter { !$0.isNull }
    let ipv4 = await scene.askAll(hosts.map(\.host), .a)
    let ipv6 = await scene.askAll(hosts.map(\.host), .aaaa)
    return hosts.flatMap { exchange -> [AuditFinding] in
      guard let first = ipv4[exchange.host], let second = ipv6[exchange.host] else { return [] }
      func found(_ code: String, _ section: String, _ text: String) -> [AuditFinding] {
        [
          AuditFinding(
            RecordFinding(.must, code, section, exchange.text, text), answer, at: scene.domain, .mx)
        ]
      }
      if let alias = first.alias ?? second.alias {
        return found("mx-alias", "RFC 2181 10.3", "it is an alias of \(alias); name that one")
      }
      if case .notThere = first.state, case .notThere = second.state {
        return found(
          "mx-no-address", "RFC 5321 5.1", "the host has no address, so no mail gets there")
      }
      return first.records.isEmpty && second.records.isEmpty
        ? scene.unknown(first, "mx-host-not-known", at: exchange.host, .a) : []
    }
  }
}
