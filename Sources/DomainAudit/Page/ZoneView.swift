public import DNS

/// All records of a domain that have to do with mail, as they stand.
public struct ZoneView: Sendable {
  /// A question and its answer.
  public struct Entry: Sendable {
    /// What was asked.
    public let question: DNSQuestion
    /// What came.
    public let answer: DNSAnswer
  }

  /// In the order of a zone file: the domain first, then what is below it, then its hosts.
  public let entries: [Entry]

  /// Asks for everything; selectors are those of keys to look at.
  public init(of domain: String, selectors: [String], by resolver: any DNSResolving) async {
    let below = [
      "_dmarc", "_mta-sts", "_smtp._tls", "default._bimi", "_domainkey", "_adsp._domainkey",
    ]
    let names =
      below.map { "\($0).\(domain)" } + selectors.sorted().map { "\($0)._domainkey.\(domain)" }
    var questions = [DNSType.soa, .ns, .mx, .a, .aaaa, .txt].map { DNSQuestion(domain, $0) }
    questions += names.map { DNSQuestion($0, .txt) }
    var entries = await Self.ask(questions, resolver)
    let hosts = entries.flatMap(\.answer.records).compactMap { record -> String? in
      guard case .exchange(_, let host) = record, !host.isEmpty else { return nil }
      return host
    }
    let more = hosts.flatMap {
      [DNSQuestion($0, .a), DNSQuestion($0, .aaaa), DNSQuestion("_25._tcp.\($0)", .tlsa)]
    }
    entries += await Self.ask(more, resolver)
    self.entries = entries
  }

  /// Whether something could not be found out.
  public var hasUnknowns: Bool { entries.contains { $0.answer.trouble != nil } }

  private static func ask(
    _ questions: [DNSQuestion], _ resolver: any DNSResolving
  ) async -> [Entry] {
    await withTaskGroup(of: (Int, Entry).self) { group in
      for (place, question) in questions.enumerated() {
        group.addTask {
          let answer = await resolver.ask(question.name, question.type)
          return (place, Entry(question: question, answer: answer))
        }
      }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
