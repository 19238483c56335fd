internal import DMARC

/// What was read of a report, before it is known whether it is one.
final class TLSDraft {
  var organization: String?
  var contact: String?
  var reportID: String?
  var begin: String?
  var end: String?
  var policies: [TLSPolicyDraft] = []
  var hasPolicies = false
  /// Policies and failures so far.
  var rows = 0
  let deviations = DeviationLog()

  /// What makes a report (RFC 8460 4.4).
  static let required = ["organization-name", "date-range", "policies"]

  /// The report; throws where there is not enough of it.
  func finished(subject: String?) throws(ReportRefusal) -> TLSReport {
    let metadata = try metadata()
    var report = TLSReport(metadata: metadata, policies: [])
    let domain = commonDomain ?? subject.flatMap(Self.domain)
    for draft in policies {
      guard let policy = draft.finished(otherwise: domain, deviations) else {
        report.leftOut += 1
        continue
      }
      report.leftOut += draft.failures.count - policy.failures.count
      report.policies.append(policy)
    }
    guard !report.policies.isEmpty || report.leftOut > 0 else { throw .missing(["policies"]) }
    report.deviations = deviations.all
    report.digest = TLSDigest.of(report)
    return report
  }

  private func metadata() throws(ReportRefusal) -> ReportMetadata {
    let named = organization ?? contact.flatMap(Self.organization)
    var missing: [String] = []
    if named == nil { missing.append("organization-name") }
    if begin == nil { missing.append("start-datetime") }
    if end == nil { missing.append("end-datetime") }
    if !hasPolicies { missing.append("policies") }
    guard let named, let begin, let end, missing.isEmpty else { throw .missing(missing) }
    if organization == nil { deviations.note(.tlsOrganizationMissing) }
    if reportID == nil { deviations.note(.tlsReportIDMissing) }
    if contact == nil { deviations.note(.tlsContactMissing) }
    return ReportMetadata(
      organization: named, email: contact ?? "", reportID: reportID ?? "",
      begin: try time(begin), end: try time(end))
  }

  /// UTC seconds of an RFC 3339 date and time, or of what aggregate reports have in its place.
  private func time(_ text: String) throws(ReportRefusal) -> Int64 {
    if let seconds = Instant.seconds(iso8601: text) { return seconds }
    // Without its zone it is in UTC, as every example has it.
    if let seconds = Instant.seconds(iso8601: text + "Z") {
      deviations.note(.tlsTimeSpelling, text)
      return seconds
    }
    let seconds = try Period.time(text)
    deviations.note(.tlsTimeSpelling, text)
    return seconds
  }

  /// The domain that all policies have which name one.
  private var commonDomain: String? {
    let named = Set(policies.compactMap(\.domain).map(DomainName.normalized))
    return named.count == 1 ? named.first : nil
  }

  private static func organization(_ contact: String) -> String? {
    let domain = DomainBytes.domain(ofAddress: contact)
    return DomainName.isName(domain) ? domain : nil
  }

  /// The domain that a subject names: `Report Domain: example.com Submitter: ...` (RFC 8460 5.3).
  private static func domain(_ subject: String) -> String? {
    let words = subject.split(whereSeparator: \.isWhitespace)
    guard let place = words.firstIndex(where: { $0.lowercased() == "domain:" }),
      place + 1 < words.count
    else { return nil }
    let domain = DomainName.normalized(String(words[place + 1]))
    return DomainName.isName(domain) ? domain : nil
  }
}

/// A policy as it was read.
struct TLSPolicyDraft {
  var domain: String?
  var type: String?
  var lines: [String] = []
  var hosts: [String] = []
  var successful = TLSCount.missing
  var failed = TLSCount.missing
  var failures: [(TLSFailure, sessions: TLSCount)] = []

  /// The policy, of `otherwise` where it names no domain; `nil` where it cannot be counted.
  func finished(otherwise: String?, _ deviations: DeviationLog) -> TLSPolicy? {
    if domain == nil { deviations.note(.tlsDomainMissing, otherwise) }
    guard let name = domain.map(DomainName.normalized) ?? otherwise, DomainName.isName(name),
      successful != .unusable, failed != .unusable
    else { return nil }
    if successful == .missing || failed == .missing { deviations.note(.tlsCountMissing) }
    note(deviations)
    let told = toldFailures
    var policy = TLSPolicy(
      domain: name, type: type ?? "", successful: MessageCount(successful.number ?? 0),
      failed: failed.number.map { MessageCount($0) } ?? told.map(\.sessions).total())
    policy.lines = lines
    policy.hosts = hosts
    policy.failures = told
    return policy
  }

  private func note(_ deviations: DeviationLog) {
    if type == nil || TLSPolicyType(rawValue: type ?? "") == nil {
      deviations.note(.tlsTypeUnknown, type)
    }
    for (failure, sessions) in failures {
      if TLSResult(word: failure.result) == nil {
        deviations.note(.tlsResultUnknown, failure.result)
      }
      if sessions == .missing { deviations.note(.tlsCountMissing) }
    }
  }

  /// The failures that can be counted; the only one without a count has what the others leave.
  private var toldFailures: [TLSFailure] {
    let counted = failures.compactMap(\.sessions.number)
    let rest = failed.number.map { counted.reduce($0) { $0 - min($1, $0) } } ?? 0
    let isOnly = failures.count { $0.sessions == .missing } == 1
    return failures.compactMap { failure, sessions in
      var failure = failure
      if let number = sessions.number {
        failure.sessions = MessageCount(number)
      } else if sessions == .missing, isOnly, rest > 0 {
        failure.sessions = MessageCount(rest)
      } else {
        return nil
      }
      return failure
    }
  }
}

extension TLSCount {
  /// The number, where there is one.
  var number: Int64? {
    if case .sessions(let number) = self { number } else { nil }
  }
}
