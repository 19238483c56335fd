internal import DMARC
internal import DNS
internal import PublishedRecords

/// A domain that sends nothing: the whole set of records that says so, or what is missing of it.
///
/// Reports must have come, and no mail in them passed; without reports nobody knows.
struct ParkedCheck: AuditCheck {
  let scene: AuditScene

  func findings() async -> [AuditFinding] {
    guard scene.traffic.passing == 0, !scene.traffic.sightings.isEmpty else { return [] }
    async let spf = open("", "parked-spf", "v=spf1 -all") { texts in
      texts.contains { SPFRecord($0)?.terms.map { $0.text.lowercased() } == ["-all"] }
    }
    async let policy = open("_dmarc.", "parked-dmarc", "v=DMARC1; p=reject") { texts in
      texts.contains { DMARCPolicyRecord($0)?.ownPolicy == .reject }
    }
    async let keys = open("*._domainkey.", "parked-dkim", "v=DKIM1; p=") { texts in
      texts.contains { DKIMKeyRecord($0).key == .revoked }
    }
    return await spf + policy + keys + (await exchange())
  }

  private func open(
    _ prefix: String, _ code: String, _ wanted: String, unless isThere: @Sendable ([String]) -> Bool
  ) async -> [AuditFinding] {
    // A wildcard is found by any name that nobody uses.
    let name = prefix.hasPrefix("*") ? "unused-\(prefix.dropFirst(2))" : prefix
    let answer = await scene.ask(name + scene.domain, .txt)
    guard answer.trouble == nil, !isThere(answer.texts) else { return [] }
    return [finding(code, wanted, answer, at: prefix + scene.domain, .txt)]
  }

  private func exchange() async -> [AuditFinding] {
    async let records = scene.ask(scene.domain, .mx)
    async let address = scene.ask(scene.domain, .a)
    // Only where there is an address would mail be brought to it (RFC 7505 1).
    let answer = await records
    guard answer.trouble == nil, answer.records.isEmpty, await !address.records.isEmpty else {
      return []
    }
    return [finding("parked-mx", "0 .", answer, at: scene.domain, .mx)]
  }

  private func finding(
    _ code: String, _ wanted: String, _ answer: DNSAnswer, at name: String, _ type: DNSType
  ) -> AuditFinding {
    AuditFinding(
      RecordFinding(
        .practice, code, "M3AAWG parked domains", "",
        "no mail of the domain passes, as of one that sends none; if that is so, close it"),
      answer, at: name, type, publish: wanted, messages: scene.traffic.messages)
  }
}
