internal import DMARC
internal import DNS
internal import PublishedRecords

/// Whether all name servers of the domain say the same, each of them asked itself.
struct AgreementCheck: AuditCheck {
  let scene: AuditScene

  /// As many servers as are asked; nobody has more, but a stranger's zone.
  private static let most = 20

  private struct Voice {
    let host: String
    let answers: [DNSQuestion: DNSAnswer]
  }

  private var questions: [DNSQuestion] {
    let domain = scene.domain
    return [
      DNSQuestion(domain, .soa), DNSQuestion(domain, .ns), DNSQuestion(domain, .mx),
      DNSQuestion(domain, .txt), DNSQuestion("_dmarc.\(domain)", .txt),
    ]
  }

  func findings() async -> [AuditFinding] {
    guard scene.options.nameServer != nil else { return [] }
    let servers = await scene.ask(scene.domain, .ns)
    let hosts = servers.records.compactMap(\.name).prefix(Self.most)
    let voices = await withTaskGroup(of: Voice?.self) { group -> [Voice] in
      for host in hosts { group.addTask { await ask(host) } }
      return await group.reduce(into: []) { if let voice = $1 { $0.append(voice) } }
    }.sorted { $0.host < $1.host }
    return questions.flatMap { differences($0, voices) } + silent(voices, servers)
  }

  private func ask(_ host: String) async -> Voice? {
    let ipv4 = await scene.ask(host, .a).records.first?.address
    var address = ipv4
    if address == nil { address = await scene.ask(host, .aaaa).records.first?.address }
    guard let address, let server = scene.options.nameServer?(address) else { return nil }
    var answers: [DNSQuestion: DNSAnswer] = [:]
    for question in questions { answers[question] = await server.answer(question) }
    return Voice(host: host, answers: answers)
  }

  private func differences(_ question: DNSQuestion, _ voices: [Voice]) -> [AuditFinding] {
    var said: [String: [String]] = [:]
    for voice in voices {
      guard let answer = voice.answers[question], answer.trouble == nil else { continue }
      said[answer.records.map(\.shown).sorted().joined(separator: " | "), default: []]
        .append(voice.host)
    }
    guard said.count > 1 else { return [] }
    let text = said.sorted { $0.value[0] < $1.value[0] }.map { record, hosts in
      "\(hosts.joined(separator: ", ")): \(record.isEmpty ? "none" : record)"
    }
    // A serial number may lag behind for a moment.
    let isSerial = question.type == .soa
    return [
      AuditFinding(
        RecordFinding(
          isSerial ? .note : .should, isSerial ? "zone-serial-differs" : "zone-servers-differ",
          "RFC 1034 4.3.5", "", "the name servers do not say the same"),
        DNSAnswer(.there([])), at: question.name, question.type,
        record: text.joined(separator: "\n"))
    ]
  }

  private func silent(_ voices: [Voice], _ servers: DNSAnswer) -> [AuditFinding] {
    voices.compactMap { voice in
      guard let trouble = voice.answers[questions[0]]?.trouble else { return nil }
      return AuditFinding(
        RecordFinding(
          .note, "zone-server-silent", "RFC 1034 4.1", voice.host,
          "the name server itself does not answer: \(trouble.sentence)"),
        DNSAnswer(.notKnown(trouble)), at: scene.domain, .soa)
    }
  }
}
