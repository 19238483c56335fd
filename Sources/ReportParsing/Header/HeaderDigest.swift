internal import DMARC

/// The header's part of a report's content hash.
enum HeaderDigest {
  /// The sum of a hash for each value, so that their order makes no difference.
  ///
  /// `version` and `namespace` are not part of it: they decide nothing.
  static func of(_ header: ReportHeader) -> UInt64 {
    let metadata = header.metadata
    let policy = header.policy
    let texts: [String?] = [
      metadata.organization, metadata.email, metadata.extraContactInfo, metadata.reportID,
      String(metadata.begin), String(metadata.end), metadata.generator,
      policy.domain, policy.p.shown, policy.sp.shown, policy.np.shown, policy.adkim.shown,
      policy.aspf.shown, policy.pct, policy.fo, policy.testing, policy.discoveryMethod.shown,
    ]
    var sum: UInt64 = 0
    for (place, text) in texts.enumerated() { sum &+= hash(text, at: place) }
    for error in metadata.errors { sum &+= hash(error, at: texts.count) }
    return sum
  }

  private static func hash(_ text: String?, at place: Int) -> UInt64 {
    ContentHash.of(text ?? "", seed: UInt64(truncatingIfNeeded: place) &* 0x9e37_79b9_7f4a_7c15)
  }
}
