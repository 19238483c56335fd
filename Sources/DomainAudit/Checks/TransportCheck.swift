internal import DNS
internal import PublishedRecords

/// What is read and judged where it is, and never demanded: MTA-STS, TLS-RPT, DANE, BIMI; and
/// records that nobody reads any more.
struct TransportCheck: AuditCheck {
  let scene: AuditScene

  func findings() async -> [AuditFinding] {
    async let sts = texts("_mta-sts", .mtaSTS, marked: "v=sts")
    async let reports = texts("_smtp._tls", .tlsReport, marked: "v=tlsrpt")
    async let bimi = texts("default._bimi", .bimi, marked: "v=bimi")
    async let adsp = texts("_adsp._domainkey", .adsp, marked: "dkim=")
    async let domainKeys = texts("_domainkey", .domainKeys, marked: "o=")
    async let dane = daneFindings()
    return await sts + reports + bimi + adsp + domainKeys + dane
  }

  /// A wildcard TXT record may answer here with something else, which is no fault.
  private func texts(
    _ prefix: String, _ kind: RecordKind, marked mark: String
  ) async -> [AuditFinding] {
    let name = "\(prefix).\(scene.domain)"
    let answer = await scene.ask(name, .txt)
    let texts = answer.texts.filter { $0.lowercased().contains(mark) }
    return texts.isEmpty ? [] : scene.judged(texts, as: kind, answer, at: name, .txt)
  }

  private func daneFindings() async -> [AuditFinding] {
    let exchanges = await scene.ask(scene.domain, .mx).records
    let names = exchanges.compactMap { record -> String? in
      guard case .exchange(_, let host) = record, !host.isEmpty else { return nil }
      return "_25._tcp.\(host)"
    }
    let answers = await scene.askAll(names, .tlsa)
    return answers.sorted { $0.key < $1.key }.flatMap { name, answer in
      answer.records.isEmpty
        ? []
        : scene.judged(answer.records.map(\.shown), as: .tlsa, answer, at: name, .tlsa)
          + unsigned(answer, at: name)
    }
  }

  /// TLSA counts only where DNSSEC proves it (RFC 7672 2.1.1).
  private func unsigned(_ answer: DNSAnswer, at name: String) -> [AuditFinding] {
    guard answer.security == .insecure else { return [] }
    return [
      AuditFinding(
        RecordFinding(
          .should, "tlsa-unsigned", "RFC 7672 2.1.1", "",
          "the zone is not signed, so no sender uses the record"), answer, at: name, .tlsa)
    ]
  }
}
