public import DNS
public import PublishedRecords

/// What an SPF record costs, whoever sends: every include and redirect followed, no mail at hand.
///
/// A check stops at the first match, so a mail that matches nothing pays all of this. Terms with
/// macros name nothing without a mail: they cost their look-up, and are not followed.
public struct SPFCensus: Hashable, Sendable {
  /// What is wrong with a name that the record leads to.
  public enum Fault: Hashable, Sendable {
    /// It has no SPF record (RFC 7208 5.2, 6.1).
    case noRecord
    /// It has several (4.5).
    case severalRecords(Int)
    /// Its record cannot be read at this term (4.6).
    case syntax(String)
    /// It leads back to itself.
    case loop
    /// Its record lets everybody through.
    case passesAll(String)
    /// It has no address, or no mail server (4.6.4).
    case void
    /// It has more mail servers than may be looked at (4.6.4).
    case manyExchanges(Int)
    /// DNS did not answer.
    case notKnown(DNSAnswer.Trouble)
  }

  /// One term, and what it costs.
  public struct Entry: Hashable, Sendable {
    /// 0 for the terms of the domain's own record.
    public let depth: Int
    /// Whose record the term is in.
    public let domain: String
    /// The term as written; a stranger's text.
    public let term: String
    /// The name it leads to; "" where it has macros.
    public let target: String
    /// Look-ups of the term and of everything below it.
    public fileprivate(set) var lookups: Int
    /// What is wrong with the name.
    public fileprivate(set) var fault: Fault?
  }

  /// Every term that costs a look-up, each before what it leads to.
  public private(set) var entries: [Entry] = []

  /// Records that are read for one census: whatever costs more is far beyond all limits.
  private static let most = 64
  /// Terms that are listed and asked about: a record of 64 kB has thousands.
  private static let mostTerms = 1_000

  private var records = 0

  /// Follows a record.
  public init(of record: SPFRecord, at domain: String, by resolver: any DNSResolving) async {
    await add(record, DNSName.normalized(domain), above: [], resolver)
  }

  /// Look-ups over the whole recursion; ten are allowed.
  public var lookups: Int { entries.filter { $0.depth == 0 }.map(\.lookups).reduce(0, +) }

  /// Terms that find nothing; two are allowed.
  public var voids: Int { entries.count { $0.fault == .void } }

  private mutating func add(
    _ record: SPFRecord, _ domain: String, above: [String], _ resolver: any DNSResolving
  ) async {
    for term in record.reachedTerms where term.looksUp && entries.count < Self.mostTerms {
      let target = term.name.map { $0.hasMacros ? "" : DNSName.normalized($0.text) } ?? domain
      let place = entries.count
      entries.append(
        Entry(depth: above.count, domain: domain, term: term.text, target: target, lookups: 1))
      guard !target.isEmpty else { continue }
      entries[place].fault = await follow(term, target, above: above + [domain], resolver)
      let below = entries[(place + 1)...].filter { $0.depth == above.count + 1 }
      entries[place].lookups = 1 + below.map(\.lookups).reduce(0, +)
    }
  }

  private mutating func follow(
    _ term: SPFTerm, _ target: String, above: [String], _ resolver: any DNSResolving
  ) async -> Fault? {
    switch term.kind {
    case .directive(_, .include), .redirect:
      if above.contains(target) { return .loop }
      guard records < Self.most else { return nil }
      records += 1
      return await descend(target, above: above, resolver)
    case .directive(_, .a):
      async let ipv4 = resolver.ask(target, .a)
      async let ipv6 = resolver.ask(target, .aaaa)
      return Self.fault(of: await [ipv4, ipv6])
    case .directive(_, .mx):
      let answer = await resolver.ask(target, .mx)
      if answer.records.count > SPFLimits.exchanges { return .manyExchanges(answer.records.count) }
      return Self.fault(of: [answer])
    case .directive(_, .exists): return Self.fault(of: [await resolver.ask(target, .a)])
    default: return nil
    }
  }

  private mutating func descend(
    _ target: String, above: [String], _ resolver: any DNSResolving
  ) async -> Fault? {
    let answer = await resolver.ask(target, .txt)
    if let trouble = answer.trouble { return .notKnown(trouble) }
    let texts = SPFRecord.candidates(among: answer.texts)
    guard let text = texts.first, let record = SPFRecord(text) else { return .noRecord }
    guard texts.count == 1 else { return .severalRecords(texts.count) }
    if let bad = record.badTerms.first { return .syntax(bad.text) }
    await add(record, target, above: above, resolver)
    let open = record.reachedTerms.first {
      if case .directive(.pass, .all) = $0.kind { true } else { false }
    }
    return open.map { .passesAll($0.text) }
  }

  private static func fault(of answers: [DNSAnswer]) -> Fault? {
    if answers.contains(where: { !$0.records.isEmpty }) { return nil }
    return answers.lazy.compactMap(\.trouble).first.map { .notKnown($0) } ?? .void
  }
}
