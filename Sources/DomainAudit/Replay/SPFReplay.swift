public import DMARC
public import DNS
internal import PublishedRecords
public import ReceiverRules

/// Every sender that receivers reported, asked again: what SPF says now, and under a draft.
public struct SPFReplay: Hashable, Sendable {
  /// One sender.
  public struct Row: Hashable, Sendable {
    /// Who.
    public let sender: DomainTraffic.Sender
    /// What receivers said, and of how many messages.
    public let reported: DomainTraffic.SenderUse
    /// What SPF says by the published records.
    public let now: SPFOutcome
    /// What it would say with the draft in place; `nil` where there is none.
    public let draft: SPFOutcome?

    /// Messages of which receivers said what SPF says now.
    public var agreeing: MessageCount { reported.results[now.result] ?? 0 }

    /// What the draft does to the sender.
    public var change: Change {
      guard let draft else { return .none }
      switch (now.result == .pass, draft.result == .pass) {
      case (true, false): return .loses
      case (false, true): return .gains
      default: return .none
      }
    }
  }

  /// What a draft does.
  public enum Change: String, Hashable, Sendable {
    case none = ""
    case loses
    case gains
  }

  /// The senders, those with the most messages first.
  public let rows: [Row]

  /// Asks SPF about every sender of the traffic.
  ///
  /// - Parameters:
  ///   - traffic: what receivers reported.
  ///   - draft: a record to suppose at the domain of the traffic.
  ///   - resolver: where records come from.
  public init(
    of traffic: DomainTraffic, draft: String? = nil, by resolver: any DNSResolving
  ) async {
    let published = SPFEvaluator(resolver)
    let supposed = draft.map { SPFEvaluator(resolver, supposing: [traffic.domain: $0]) }
    let senders = traffic.senders
    // What a child task returns must hold no count of messages: those are of 128 bits, and the
    // runtime of Swift 6.3 crashes over results that are aligned to sixteen bytes.
    let rows = await withTaskGroup(of: Answer.self) { group in
      for sender in senders.keys {
        group.addTask { await Self.answer(about: sender, published, supposed) }
      }
      return await group.reduce(into: [Row]()) { rows, answer in
        guard let use = senders[answer.sender] else { return }
        rows.append(
          Row(sender: answer.sender, reported: use, now: answer.now, draft: answer.draft))
      }
    }
    self.rows = rows.sorted {
      ($1.reported.messages, $0.sender) < ($0.reported.messages, $1.sender)
    }
  }

  private struct Answer: Sendable {
    let sender: DomainTraffic.Sender
    let now: SPFOutcome
    var draft: SPFOutcome?
  }

  private static func answer(
    about sender: DomainTraffic.Sender, _ published: SPFEvaluator, _ supposed: SPFEvaluator?
  ) async -> Answer {
    var answer = Answer(sender: sender, now: await published.check(sender.query))
    if let supposed { answer.draft = await supposed.check(sender.query) }
    return answer
  }

  /// Messages that the terms of a domain's own record let through, by term.
  public func messages(byTermOf domain: String) -> [String: MessageCount] {
    var messages: [String: MessageCount] = [:]
    for row in rows where row.now.result == .pass {
      guard let step = row.now.path.first, step.domain == domain else { continue }
      messages[step.term, default: 0] += row.reported.messages
    }
    return messages
  }
}

extension DomainTraffic.Sender {
  /// The sender as SPF is asked about it.
  ///
  /// Reports have no local parts, so macros of them expand to `postmaster`.
  var query: SPFQuery {
    isHELO
      ? SPFQuery(address: address, mailFrom: "", helo: domain)
      : SPFQuery(
        address: address, mailFrom: "postmaster@\(domain)", helo: helo.isEmpty ? domain : helo)
  }
}
