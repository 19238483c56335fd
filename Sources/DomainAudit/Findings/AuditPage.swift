public import DMARC
internal import PublishedRecords

/// Everything that is to be said of a domain.
public struct AuditPage: Hashable, Sendable {
  /// The domain.
  public let domain: String
  /// Messages in its name in the window.
  public let messages: MessageCount
  /// The findings, the worst first, and of these the ones that concern the most messages.
  public let findings: [AuditFinding]

  init(domain: String, messages: MessageCount, findings: [AuditFinding]) {
    self.domain = domain
    self.messages = messages
    self.findings = findings.sorted {
      let (left, right) = ($0.finding, $1.finding)
      if left.level != right.level { return left.level < right.level }
      if $0.messages != $1.messages { return $0.messages ?? 0 > $1.messages ?? 0 }
      return (left.code, $0.question, left.term) < (right.code, $1.question, right.term)
    }
  }

  /// Whether something must or should be changed.
  public var hasFaults: Bool { findings.contains { $0.finding.level <= .should } }

  /// Whether something could not be found out.
  public var hasUnknowns: Bool { findings.contains { $0.state == .notKnown } }
}
