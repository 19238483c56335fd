internal import DMARC

/// A hash of everything that a TLS report says and is counted.
enum TLSDigest {
  static func of(_ report: TLSReport) -> UInt64 {
    let metadata = report.metadata
    let head = text([
      metadata.organization, metadata.reportID, String(metadata.begin), String(metadata.end),
    ])
    return ContentHash.of(
      ([head] + report.policies.map(text).sorted()).joined(separator: "\n"), seed: 0)
  }

  private static func text(_ policy: TLSPolicy) -> String {
    let failures = policy.failures.map { failure in
      text([
        failure.result, failure.sendingAddress, failure.receivingHost, failure.receivingAddress,
        String(failure.sessions.number), failure.reason, failure.information,
      ])
    }
    let head: [String?] = [
      policy.domain, policy.type, String(policy.successful.number), String(policy.failed.number),
    ]
    return text(head + policy.lines + ["/"] + policy.hosts + ["/"] + failures.sorted())
  }

  /// Texts one after the other, each with its length: no two lists of texts come to the same.
  private static func text(_ parts: [String?]) -> String {
    parts.map { part in part.map { "\($0.utf8.count):\($0)" } ?? "-" }.joined(separator: " ")
  }
}
