internal import DMARC
internal import DNS
internal import PublishedRecords
internal import ReceiverRules

/// The SPF record, and everything it leads to.
struct SPFCheck: AuditCheck {
  let scene: AuditScene

  func findings() async -> [AuditFinding] {
    let answer = await scene.ask(scene.domain, .txt)
    let texts = SPFRecord.candidates(among: answer.texts)
    guard let text = texts.first, let record = SPFRecord(text) else {
      return scene.unknown(answer, "spf-not-known", at: scene.domain, .txt) + missing(answer)
    }
    let judged = scene.judged(
      texts, as: .spf, answer, at: scene.domain, .txt, messages: scene.traffic.restOnSPF)
    guard texts.count == 1, record.badTerms.isEmpty else { return judged }
    let census = await SPFCensus(of: record, at: scene.domain, by: scene.resolver)
    let cost = census.costFindings.map {
      AuditFinding(
        $0, answer, at: scene.domain, .txt, record: text, messages: scene.traffic.restOnSPF)
    }
    return judged + led(census, answer, text) + cost
      + (await deadWeight(record, census, answer))
  }

  /// Terms that cost look-ups and let nothing through, as long as any mail passed.
  private func deadWeight(
    _ record: SPFRecord, _ census: SPFCensus, _ answer: DNSAnswer
  ) async -> [AuditFinding] {
    guard scene.traffic.passing > 0 else { return [] }
    let replay = await SPFReplay(of: scene.traffic, by: scene.resolver)
    let days = scene.traffic.window.count
    return TermUse.all(of: record, at: scene.domain, census, replay).filter(\.isDeadWeight).map {
      AuditFinding(
        RecordFinding(
          .note, "spf-dead-weight", "RFC 7208 4.6.4", $0.term,
          "it costs \($0.lookups) of ten look-ups, and let nothing through in \(days) days"),
        answer, at: scene.domain, .txt, record: record.text, messages: 0)
    }
  }

  private func missing(_ answer: DNSAnswer) -> [AuditFinding] {
    guard answer.trouble == nil else { return [] }
    let strays = answer.texts.filter { $0.lowercased().contains("v=spf1") }
    if !strays.isEmpty { return scene.judged(strays, as: .spf, answer, at: scene.domain, .txt) }
    let sends = scene.traffic.passing > 0
    return [
      AuditFinding(
        RecordFinding(
          sends ? .should : .practice, "spf-missing", "RFC 7208 3", "",
          sends
            ? "the domain sends and has no SPF record"
            : "there is no SPF record; for a domain that does not send it is short"),
        DNSAnswer(.notThere(.noData)), at: scene.domain, .txt,
        publish: sends ? "" : "v=spf1 -all", messages: scene.traffic.passing)
    ]
  }

  private func led(
    _ census: SPFCensus, _ answer: DNSAnswer, _ text: String
  ) -> [AuditFinding] {
    census.entries.compactMap { entry in
      guard let fault = entry.fault, let finding = entry.finding else { return nil }
      var answer = answer
      if case .notKnown(let trouble) = fault { answer = DNSAnswer(.notKnown(trouble)) }
      return AuditFinding(
        finding, answer, at: entry.domain, .txt, record: entry.depth == 0 ? text : entry.term,
        messages: scene.traffic.restOnSPF)
    }
  }
}
