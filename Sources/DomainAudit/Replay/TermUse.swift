public import DMARC
public import PublishedRecords
public import ReceiverRules

/// A term of a record: what it costs, and what it lets through.
public struct TermUse: Hashable, Sendable {
  /// As written; a stranger's text.
  public let term: String
  /// Look-ups of it and of everything below it.
  public let lookups: Int
  /// Messages of the window that it let through.
  public let messages: MessageCount

  /// Whether it costs look-ups and helps no message.
  public var isDeadWeight: Bool { lookups > 0 && messages == 0 }

  /// The uses of all terms that let mail through, in the order of the record.
  public static func all(
    of record: SPFRecord, at domain: String, _ census: SPFCensus, _ replay: SPFReplay
  ) -> [TermUse] {
    let messages = replay.messages(byTermOf: domain)
    // A redirect has no match of its own: what it lets through is decided in another record.
    let redirected = replay.rows.filter {
      $0.now.result == .pass && $0.sender.domain == domain && $0.now.path.first?.domain != domain
    }.map(\.reported.messages).reduce(0, +)
    return record.reachedTerms.compactMap { term in
      let lookups =
        census.entries.first { $0.depth == 0 && $0.term == term.text }?.lookups ?? 0
      switch term.kind {
      case .directive(.pass, _):
        return TermUse(term: term.text, lookups: lookups, messages: messages[term.text] ?? 0)
      case .redirect: return TermUse(term: term.text, lookups: lookups, messages: redirected)
      case .directive, .explanation, .unknown: return nil
      }
    }
  }
}
