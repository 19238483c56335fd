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
    return judged + led(census, answer, text) + cost(census, answer, text)
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
      guard let fault = entry.fault, let finding = Self.finding(fault, entry) else { return nil }
      var answer = answer
      if case .notKnown(let trouble) = fault { answer = DNSAnswer(.notKnown(trouble)) }
      return AuditFinding(
        finding, answer, at: entry.domain, .txt, record: entry.depth == 0 ? text : entry.term,
        messages: scene.traffic.restOnSPF)
    }
  }

  private static func finding(_ fault: SPFCensus.Fault, _ entry: SPFCensus.Entry) -> RecordFinding?
  {
    func make(
      _ level: RecordFinding.Level, _ code: String, _ section: String, _ text: String
    ) -> RecordFinding {
      RecordFinding(level, code, "RFC 7208 \(section)", entry.term, text)
    }
    switch fault {
    case .noRecord:
      return make(
        .must, "spf-target-none", "5.2",
        "\(entry.target) has no SPF record: mail that gets here is a permerror")
    case .severalRecords(let count):
      return make(.must, "spf-target-several", "4.5", "\(entry.target) has \(count) SPF records")
    case .syntax(let term):
      return make(
        .must, "spf-target-syntax", "4.6", "the record of \(entry.target) cannot be read at \(term)"
      )
    case .loop: return make(.must, "spf-loop", "4.6.4", "it leads back to \(entry.target)")
    case .passesAll(let term):
      return make(
        .should, "spf-target-passes-all", "5.2",
        "\(entry.target) lets everybody through by \(term)")
    case .void:
      return make(
        .practice, "spf-void", "4.6.4", "\(entry.target) names nothing; the look-up is wasted")
    case .manyExchanges(let count):
      return make(
        .must, "spf-many-exchanges", "4.6.4",
        "\(entry.target) has \(count) mail servers, and ten are allowed")
    case .notKnown(let trouble):
      return make(.note, "spf-target-not-known", "4.4", "not known: \(trouble.sentence)")
    }
  }

  private func cost(
    _ census: SPFCensus, _ answer: DNSAnswer, _ text: String
  ) -> [AuditFinding] {
    func found(
      _ level: RecordFinding.Level, _ code: String, _ sentence: String
    ) -> AuditFinding {
      AuditFinding(
        RecordFinding(level, code, "RFC 7208 4.6.4", "", sentence), answer, at: scene.domain, .txt,
        record: text, messages: scene.traffic.restOnSPF)
    }
    var findings: [AuditFinding] = []
    switch census.lookups {
    case 11...:
      findings.append(
        found(
          .must, "spf-too-many-lookups",
          "it costs \(census.lookups) look-ups, and ten are allowed: whatever needs more is a "
            + "permerror"))
    case 9...10:
      findings.append(
        found(
          .note, "spf-near-limit",
          "it costs \(census.lookups) look-ups of ten; an include that grows breaks it"))
    default: break
    }
    if census.voids > 2 {
      findings.append(
        found(
          .should, "spf-too-many-voids",
          "\(census.voids) terms find nothing, and two are allowed: many receivers answer permerror"
        ))
    }
    return findings
  }
}
