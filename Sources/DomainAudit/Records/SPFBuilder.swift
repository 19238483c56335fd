internal import DMARC
public import DNS
internal import PublishedRecords
internal import ReceiverRules

/// Makes an SPF record from what receivers saw: whoever is the domain's own stays let through.
public struct SPFBuilder: Sendable {
  /// A record, and what was made of the senders.
  public struct Draft: Sendable {
    /// The record.
    public let text: String
    /// Terms of the published record that were left out, for no mail came by them.
    public let dropped: [String]
    /// Addresses that were added.
    public let added: [String]
    /// Own senders that the record would not let through all the same; none but by mischance.
    public let lost: [SPFReplay.Row]
  }

  /// Addresses that are named one by one; more belong into a block or an include.
  private static let mostAddresses = 30

  private let resolver: any DNSResolving

  /// A builder that asks this resolver.
  public init(_ resolver: any DNSResolving) {
    self.resolver = resolver
  }

  /// The record for a domain: the terms of the published one that let mail through, and the
  /// addresses that receivers saw pass or that the operator approved and that none of them covers.
  public func draft(for traffic: DomainTraffic) async -> Draft {
    let answer = await resolver.ask(traffic.domain, .txt)
    let published = SPFRecord.candidates(among: answer.texts).first.flatMap { SPFRecord($0) }
    let replay = await SPFReplay(of: traffic, by: resolver)
    let used = replay.messages(byTermOf: traffic.domain)
    let terms =
      published?.reachedTerms.filter {
        if case .directive(_, .all) = $0.kind { false } else { true }
      }.map(\.text) ?? []
    let kept = terms.filter { used[$0] ?? 0 > 0 || !Self.letsThrough($0) }
    let own = replay.rows.filter {
      $0.sender.domain == traffic.domain && !$0.sender.isHELO
        && traffic.ownAddresses[$0.sender.address] != nil
    }
    let missing = Set(own.filter { $0.now.result != .pass }.map(\.sender.address)).sorted()
      .prefix(Self.mostAddresses)
    let added = missing.map { ($0.family == .ipv6 ? "ip6:" : "ip4:") + $0.text }
    let end = Self.end(of: published, kept: kept, hasOwn: !own.isEmpty)
    let text = (["v=spf1"] + kept + added + end).joined(separator: " ")
    let checked = await SPFReplay(of: traffic, draft: text, by: resolver)
    let owners = Set(own.map(\.sender))
    return Draft(
      text: text, dropped: terms.filter { !kept.contains($0) }, added: added,
      lost: checked.rows.filter { owners.contains($0.sender) && $0.draft?.result != .pass })
  }

  private static func letsThrough(_ term: String) -> Bool {
    guard let kind = SPFRecord("v=spf1 \(term)")?.terms.first?.kind else { return true }
    if case .directive(.pass, _) = kind { return true }
    return false
  }

  /// What the record ends with: as it did, else `~all`; without senders, `-all`.
  private static func end(of record: SPFRecord?, kept: [String], hasOwn: Bool) -> [String] {
    if !hasOwn { return ["-all"] }
    if kept.contains(where: { $0.lowercased().hasPrefix("redirect=") }) { return [] }
    guard let index = record?.allIndex, let term = record?.terms[index],
      case .directive(let qualifier, _) = term.kind, qualifier != .pass, qualifier != .neutral
    else { return ["~all"] }
    return [term.text]
  }
}
