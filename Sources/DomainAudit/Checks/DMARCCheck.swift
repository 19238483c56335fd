internal import DMARC
internal import DNS
internal import PublishedRecords
internal import ReceiverRules

/// The DMARC record of the domain, and what receivers say they saw of it.
struct DMARCCheck: AuditCheck {
  let scene: AuditScene

  private var name: String { "_dmarc.\(scene.domain)" }

  func findings() async -> [AuditFinding] {
    let answer = await scene.ask(name, .txt)
    if answer.trouble != nil { return scene.unknown(answer, "dmarc-not-known", at: name, .txt) }
    let texts = answer.texts.filter(DMARCPolicyRecord.isDMARC)
    guard let text = texts.first, let record = DMARCPolicyRecord(text) else {
      return await missing(answer)
    }
    let judged = scene.judged(
      texts, as: .dmarc, answer, at: name, .txt, messages: scene.traffic.messages)
    guard texts.count == 1 else { return judged }
    return judged + reports(record, answer) + seen(record, answer)
  }

  private func missing(_ answer: DNSAnswer) async -> [AuditFinding] {
    let strays = answer.texts.filter { $0.lowercased().contains("dmarc1") }
    let judged = scene.judged(strays, as: .dmarc, answer, at: name, .txt)
    let applied = await PolicyDiscovery(scene.resolver).byTreeWalk(scene.domain)
    if let rule = applied.rule {
      return judged + [
        AuditFinding(
          RecordFinding(
            .note, "dmarc-inherited", "RFC 9989 4.10.1", rule.domain,
            "the record of \(rule.domain) covers it, with \(rule.tag)=\(rule.policy.rawValue)"),
          answer, at: name, .txt, record: rule.record.text, messages: scene.traffic.messages)
      ]
    }
    if case .notKnown(let trouble) = applied.outcome {
      return judged
        + scene.unknown(
          DNSAnswer(.notKnown(trouble)), "dmarc-not-known", at: name, .txt)
    }
    return judged + [
      AuditFinding(
        RecordFinding(
          .must, "dmarc-missing", "RFC 9989 4.7", "",
          "there is no DMARC record: anybody may write in the name of the domain, and no reports "
            + "come"),
        DNSAnswer(.notThere(.noData)), at: name, .txt,
        publish: "v=DMARC1; p=none; rua=mailto:dmarc-reports@\(scene.domain)",
        messages: scene.traffic.messages)
    ]
  }

  private func reports(_ record: DMARCPolicyRecord, _ answer: DNSAnswer) -> [AuditFinding] {
    guard record["rua"] == nil else { return [] }
    return [
      AuditFinding(
        RecordFinding(
          .practice, "dmarc-no-reports", "RFC 9989 4.7", "",
          "without rua no reports come, and nobody knows whose mail fails"),
        answer, at: name, .txt,
        publish: "\(record.text.trimmingEnd); rua=mailto:dmarc-reports@\(scene.domain)")
    ]
  }

  /// The newest policy that receivers say they saw, against the record now.
  private func seen(_ record: DMARCPolicyRecord, _ answer: DNSAnswer) -> [AuditFinding] {
    guard let sighting = scene.traffic.sightings.first else { return [] }
    let seen = sighting.policy
    var differences: [String] = []
    func compare(_ tag: String, _ seen: String?, _ now: String) {
      if let seen, seen != now { differences.append("\(tag)=\(seen) then, \(tag)=\(now) now") }
    }
    compare("p", seen.p.word?.rawValue, record.ownPolicy.rawValue)
    compare("sp", seen.sp.word?.rawValue, record.subdomainPolicy.rawValue)
    compare("adkim", seen.adkim.word?.rawValue, record["adkim"]?.lowercased() ?? "r")
    compare("aspf", seen.aspf.word?.rawValue, record["aspf"]?.lowercased() ?? "r")
    guard !differences.isEmpty else { return [] }
    return [
      AuditFinding(
        RecordFinding(
          .note, "dmarc-seen-otherwise", "RFC 9990 3.1", "",
          "reports up to \(sighting.lastDay.text) show another record: "
            + differences.joined(separator: "; ")),
        answer, at: name, .txt, messages: sighting.messages)
    ]
  }
}

extension String {
  /// Without white space and semicolons at the end, so that a tag can follow.
  fileprivate var trimmingEnd: Substring {
    var text = self[...]
    while let last = text.last, last == ";" || last.isWhitespace { text.removeLast() }
    return text
  }
}
