import DMARC

/// Puts sorted mail into streams, the large ones by name and the rest together.
struct StreamList {
  private struct Key: Hashable {
    let identity: Identity
    let kind: StreamClass
    let weighs: Bool
  }

  /// Streams of a class that are named one by one when they do not weigh.
  private static let most = 12

  static func streams(of items: [SortedMail.Item]) -> [Stream] {
    var streams: [Key: Stream] = [:]
    for item in items {
      let key = Key(
        identity: item.identity, kind: item.finding.kind,
        weighs: item.weighs && !item.mail.passes)
      streams[key, default: Stream(identity: key.identity, kind: key.kind)].add(item)
    }
    return gathered(Array(streams.values))
  }

  private static func gathered(_ streams: [Stream]) -> [Stream] {
    var named: [Stream] = []
    for kind in StreamClass.allCases {
      let ofKind = streams.filter { $0.kind == kind }.sorted(by: isBefore)
      let small = ofKind.filter { !$0.weighs }
      named += ofKind.filter(\.weighs) + small.prefix(most)
      if let rest = merged(small.dropFirst(most)) { named.append(rest) }
    }
    return named.sorted(by: isBefore)
  }

  private static func merged(_ streams: ArraySlice<Stream>) -> Stream? {
    guard let first = streams.first else { return nil }
    return streams.reduce(into: Stream(identity: .others, kind: first.kind)) { $0.merge($1) }
  }

  /// Most mail at risk first, then most mail, then by name.
  private static func isBefore(_ left: Stream, _ right: Stream) -> Bool {
    if left.atRisk != right.atRisk { return left.atRisk > right.atRisk }
    if left.messages != right.messages { return left.messages > right.messages }
    return (left.identity, left.kind.rawValue) < (right.identity, right.kind.rawValue)
  }
}

extension SortedMail.Item {
  /// A claim that is not borne out is one of very many: its network stands for it.
  fileprivate var identity: Identity {
    finding.kind == .unauthenticated
      ? Identity(network: .neighbourhood(of: mail.address)) : finding.identity
  }
}

extension Stream {
  fileprivate mutating func add(_ item: SortedMail.Item) {
    add(item.mail, item.finding)
    weighs = item.weighs && !item.mail.passes
    atRisk = atRisk.adding(item.atRisk)
    isAtStake = isAtStake || item.isAtStake
    isUncertain = isUncertain || item.isUncertain
    habit = habit ?? item.habit
  }

  fileprivate mutating func merge(_ other: Stream) {
    messages = messages.adding(other.messages)
    failing = failing.adding(other.failing)
    disputed = disputed.adding(other.disputed)
    errors = errors.adding(other.errors)
    sources.formUnion(other.sources)
    days.formUnion(other.days)
    reporters.formUnion(other.reporters)
    fromDomains.formUnion(other.fromDomains)
    authenticated.formUnion(other.authenticated)
    reasons.formUnion(other.reasons)
  }
}
