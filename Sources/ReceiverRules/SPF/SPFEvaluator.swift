internal import DMARC
public import DNS
internal import PublishedRecords

/// Asks SPF as a receiver does: `check_host()` of RFC 7208 4.
public struct SPFEvaluator: Sendable {
  private let resolver: any DNSResolving
  private let drafts: [String: String]

  /// An evaluator.
  ///
  /// - Parameters:
  ///   - resolver: where records come from.
  ///   - drafts: records to suppose in place of those that names publish.
  public init(_ resolver: any DNSResolving, supposing drafts: [String: String] = [:]) {
    self.resolver = resolver
    self.drafts = Dictionary(
      drafts.map { (DNSName.normalized($0.key), $0.value) }, uniquingKeysWith: { $1 })
  }

  /// The result for a mail, by the domain of its sender, with every step.
  public func check(_ query: SPFQuery) async -> SPFOutcome {
    let run = SPFRun(query: query, resolver: resolver, drafts: drafts)
    return await run.outcome()
  }
}
