internal import DMARC
internal import DNS
internal import PublishedRecords
internal import ReceiverRules

/// One subject of the page.
protocol AuditCheck: Sendable {
  func findings() async -> [AuditFinding]
}

/// What all checks of a domain have in common.
struct AuditScene: Sendable {
  let resolver: any DNSResolving
  let traffic: DomainTraffic
  let options: AuditOptions

  var domain: String { traffic.domain }

  func ask(_ name: String, _ type: DNSType) async -> DNSAnswer { await resolver.ask(name, type) }

  /// What is said where DNS did not answer: never that there is no record.
  func unknown(
    _ answer: DNSAnswer, _ code: String, at name: String, _ type: DNSType,
    messages: MessageCount? = nil
  ) -> [AuditFinding] {
    guard let trouble = answer.trouble else { return [] }
    return [
      AuditFinding(
        RecordFinding(.note, code, "", "", "not known: \(trouble.sentence)"), answer, at: name,
        type,
        messages: messages)
    ]
  }

  /// The findings about records of a kind at a name.
  func judged(
    _ texts: [String], as kind: RecordKind, _ answer: DNSAnswer, at name: String, _ type: DNSType,
    messages: MessageCount? = nil
  ) -> [AuditFinding] {
    RecordLint.judge(texts, as: kind).findings.map {
      AuditFinding(
        $0, answer, at: name, type, record: texts.joined(separator: "\n"), messages: messages)
    }
  }

  /// Answers to many questions at once, by what was asked.
  func askAll(_ names: some Sequence<String>, _ type: DNSType) async -> [String: DNSAnswer] {
    await withTaskGroup(of: (String, DNSAnswer).self) { group in
      for name in Set(names) { group.addTask { (name, await ask(name, type)) } }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
  }
}
