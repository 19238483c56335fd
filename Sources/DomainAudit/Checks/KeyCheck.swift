internal import DMARC
internal import DNS
internal import PublishedRecords

/// The DKIM keys that reports have shown, and those that were named: never guessed ones.
struct KeyCheck: AuditCheck {
  let scene: AuditScene

  /// As many keys as are looked at, those with the most mail first: strangers invent selectors.
  private static let most = 1000
  /// Days without mail after which a key that is gone is no loss.
  private static let recentDays = 7

  func findings() async -> [AuditFinding] {
    let keys = keys
    let answers = await scene.askAll(keys.map(\.name), .txt)
    return keys.flatMap { key, name, use in
      answers[name].map { judge($0, at: name, use) } ?? []
    }
  }

  private typealias Entry = (key: DomainTraffic.Key, name: String, use: DomainTraffic.KeyUse?)

  private var keys: [Entry] {
    let seen = scene.traffic.keys.sorted {
      ($1.value.messages, $0.key) < ($0.value.messages, $1.key)
    }
    .prefix(Self.most).map { Entry($0.key, Self.name($0.key), $0.value) }
    let named = scene.options.selectors.map {
      DomainTraffic.Key(domain: scene.domain, selector: $0.lowercased())
    }
    return seen
      + named.filter { scene.traffic.keys[$0] == nil }.map { Entry($0, Self.name($0), nil) }
  }

  private static func name(_ key: DomainTraffic.Key) -> String {
    "\(key.selector)._domainkey.\(key.domain)"
  }

  private func judge(
    _ answer: DNSAnswer, at name: String, _ use: DomainTraffic.KeyUse?
  ) -> [AuditFinding] {
    switch answer.state {
    case .notKnown:
      return scene.unknown(answer, "dkim-not-known", at: name, .txt, messages: use?.messages)
    case .notThere: return gone(answer, at: name, use)
    case .there:
      return scene.judged(
        answer.texts, as: .dkim, answer, at: name, .txt, messages: use?.messages)
        + revoked(answer, at: name, use) + unused(answer, at: name, use)
    }
  }

  private func gone(
    _ answer: DNSAnswer, at name: String, _ use: DomainTraffic.KeyUse?
  ) -> [AuditFinding] {
    let (level, text): (RecordFinding.Level, String) =
      if let alias = answer.alias {
        (.must, "it is an alias of \(alias), where there is no key")
      } else if let use, use.passed > 0, isRecent(use) {
        (
          .must,
          "the key is gone, and mail that was signed with it verified until \(use.lastDay.text)"
        )
      } else if let use, use.passed > 0 {
        (.note, "the key is gone; the last mail signed with it came on \(use.lastDay.text)")
      } else if use != nil {
        (.note, "there is no such key: the signatures that name it are broken or forged")
      } else {
        (.note, "there is no such key")
      }
    return [
      AuditFinding(
        RecordFinding(
          level, answer.alias == nil ? "dkim-key-gone" : "dkim-alias-broken", "RFC 6376 3.6.2", "",
          text), answer, at: name, .txt, messages: use?.messages)
    ]
  }

  private func revoked(
    _ answer: DNSAnswer, at name: String, _ use: DomainTraffic.KeyUse?
  ) -> [AuditFinding] {
    guard let use, use.passed > 0, isRecent(use),
      answer.texts.contains(where: { DKIMKeyRecord($0).key == .revoked })
    else { return [] }
    return [
      AuditFinding(
        RecordFinding(
          .must, "dkim-revoked-in-use", "RFC 6376 3.6.1", "p=",
          "the key is revoked, and mail signed with it verified until \(use.lastDay.text)"),
        answer, at: name, .txt, messages: use.messages)
    ]
  }

  private func unused(
    _ answer: DNSAnswer, at name: String, _ use: DomainTraffic.KeyUse?
  ) -> [AuditFinding] {
    let last = scene.traffic.window.upperBound
    let idle = use.map { last.number - $0.lastDay.number } ?? scene.traffic.window.count
    guard idle >= scene.options.unusedDays, scene.traffic.messages > 0 else { return [] }
    return [
      AuditFinding(
        RecordFinding(
          .note, "dkim-unused", "RFC 6376 3.6.1", "",
          "no mail was signed with this key for \(idle) days; a key nobody uses may be revoked"),
        answer, at: name, .txt, messages: use?.messages ?? 0)
    ]
  }

  private func isRecent(_ use: DomainTraffic.KeyUse) -> Bool {
    scene.traffic.window.upperBound.number - use.lastDay.number < Self.recentDays
  }
}
