internal import DMARC

/// Reads a report's object from its first member to its last.
struct TLSReportBuilder {
  private let json: JSONReader
  private let members: TLSMembers
  private let limits: ParsingLimits
  private let draft = TLSDraft()

  init(_ json: JSONReader, limits: ParsingLimits) {
    self.json = json
    self.limits = limits
    members = TLSMembers(json: json, deviations: draft.deviations)
  }

  func read() throws -> TLSDraft {
    let known: Set = ["organization-name", "contact-info", "report-id", "date-range", "policies"]
    try members.object(known) { name in
      switch name {
      case "organization-name": draft.organization = try members.text()
      case "contact-info": draft.contact = try members.text()
      case "report-id": draft.reportID = try members.text()
      case "date-range": try readPeriod()
      default:
        draft.hasPolicies = try json.kind() != .word
        try members.list(name) { try readPolicy() }
      }
    }
    return draft
  }

  private func readPeriod() throws {
    try members.object(["start-datetime", "end-datetime"]) { name in
      let text = try members.text()
      if name == "start-datetime" { draft.begin = text } else { draft.end = text }
    }
  }

  private func readPolicy() throws {
    var policy = TLSPolicyDraft()
    try members.object(["policy", "summary", "failure-details"]) { name in
      switch name {
      case "policy": try read(&policy)
      case "summary": try readSummary(&policy)
      default: try members.list(name) { try readFailure(&policy) }
      }
    }
    try count()
    draft.policies.append(policy)
  }

  private func read(_ policy: inout TLSPolicyDraft) throws {
    let known: Set = [
      "policy-type", "policy-string", "policy-domain", "mx-host", "mx-host-pattern",
    ]
    try members.object(known) { name in
      switch name {
      case "policy-type": policy.type = try members.word(.tlsTypeSpelling)
      case "policy-domain": policy.domain = try members.text()
      case "policy-string":
        try members.list(name) { if let line = try members.text() { policy.lines.append(line) } }
      default:
        // The draft of the standard had another name for it.
        try members.list(name) { if let host = try members.text() { policy.hosts.append(host) } }
      }
    }
  }

  private func readSummary(_ policy: inout TLSPolicyDraft) throws {
    let known: Set = ["total-successful-session-count", "total-failure-session-count"]
    try members.object(known) { name in
      let count = try members.count()
      if name == "total-failure-session-count" {
        policy.failed = count
      } else {
        policy.successful = count
      }
    }
  }

  private func readFailure(_ policy: inout TLSPolicyDraft) throws {
    var failure = TLSFailure(result: "", sessions: 0)
    var sessions = TLSCount.missing
    let known: Set = [
      "result-type", "sending-mta-ip", "receiving-mx-hostname", "receiving-ip",
      "failed-session-count", "failure-reason-code", "additional-information",
    ]
    try members.object(known) { name in
      switch name {
      case "result-type": failure.result = try members.word(.tlsResultSpelling) ?? ""
      case "sending-mta-ip": failure.sendingAddress = try address()
      case "receiving-mx-hostname":
        failure.receivingHost = try members.text().map(DomainName.normalized)
      case "receiving-ip": failure.receivingAddress = try address()
      case "failed-session-count": sessions = try members.count()
      case "failure-reason-code": failure.reason = try members.text()
      default: failure.information = try members.text()
      }
    }
    try count()
    policy.failures.append((failure, sessions))
  }

  /// An address in its shortest form; what is none stays as sent.
  private func address() throws -> String? {
    guard let text = try members.text() else { return nil }
    return SourceAddress(lenient: text)?.text ?? text
  }

  private func count() throws(ReportRefusal) {
    draft.rows += 1
    guard draft.rows <= limits.records else { throw ParsingLimit.records.refusal(limits.records) }
  }
}
