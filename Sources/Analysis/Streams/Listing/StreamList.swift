import DMARC

/// Puts sorted mail into streams, the large ones by name and the rest together.
struct StreamList {
  /// Streams of a class that are named one by one when they do not weigh.
  private static let most = 12

  private let sorted: SortedMail
  private var numbers = Numbering<StreamKey>()
  /// Messages by stream.
  private var messages: [MessageCount] = []
  /// The stream of each group; negative where it is not asked for.
  private var streamOfGroup: [Int32]

  /// The streams of the groups chosen.
  static func streams(of sorted: SortedMail, where chosen: [Bool]) -> [Stream] {
    StreamList(sorted, chosen).streams
  }

  private init(_ sorted: SortedMail, _ chosen: [Bool]) {
    self.sorted = sorted
    streamOfGroup = Array(repeating: -1, count: chosen.count)
    for group in chosen.indices where chosen[group] {
      let stream = numbers.number(of: key(of: group))
      if stream == messages.count { messages.append(0) }
      messages[stream] += sorted.mail.groups[group].messages
      streamOfGroup[group] = Int32(truncatingIfNeeded: stream)
    }
  }

  private func key(of group: Int) -> StreamKey {
    let item = sorted.items[group]
    return StreamKey(
      sender: sorted.listedSender(of: group), kind: item.classification.kind,
      effect: item.rule?.effect ?? .ignored)
  }

  private var streams: [Stream] {
    let listings = StreamClass.allCases.flatMap(listings)
    let streams = StreamWriter(
      sorted: sorted, streamCount: messages.count, streamOfGroup: streamOfGroup
    ).streams(listings)
    // By number: a stream is large, and would be copied for every comparison.
    return streams.indices.sorted { streams.isBefore($0, $1) }.map { streams[$0] }
  }

  /// The streams of a class as they are shown: by themselves, or many together.
  private func listings(of kind: StreamClass) -> [StreamWriter.Listing] {
    let ofKind = numbers.keys.indices.filter { numbers.keys[$0].kind == kind }
    let small = ofKind.filter { numbers.keys[$0].effect == .ignored }
    // Of streams that have no mail at risk; of equal ones those that come first by name.
    let largest = small.sorted(first: Self.most, by: isLarger)
    let others = small.filter { !largest.contains($0) }
    let named = ofKind.filter { numbers.keys[$0].effect != .ignored } + largest
    return named.map { .init(kind: kind, name: numbers.keys[$0], streams: [$0]) }
      + (others.isEmpty ? [] : [.init(kind: kind, name: nil, streams: others)])
  }

  private func isLarger(_ left: Int, _ right: Int) -> Bool {
    if messages[left] != messages[right] { return messages[left] > messages[right] }
    return sorted.mail.identity(of: numbers.keys[left].sender)
      < sorted.mail.identity(of: numbers.keys[right].sender)
  }
}

extension [Stream] {
  /// Most mail at risk first, then most mail, then by name.
  fileprivate func isBefore(_ left: Int, _ right: Int) -> Bool {
    if self[left].atRisk != self[right].atRisk { return self[left].atRisk > self[right].atRisk }
    if self[left].messages != self[right].messages {
      return self[left].messages > self[right].messages
    }
    return (self[left].identity, self[left].kind.rawValue)
      < (self[right].identity, self[right].kind.rawValue)
  }
}

extension SortedMail {
  /// Who is named as the sender of a group.
  func listedSender(of group: Int) -> Sender {
    let item = items[group]
    // A claim that is not borne out is one of very many: its network stands for it.
    let isOneOfMany =
      item.classification.kind == .unauthenticated && item.rule?.effect ?? .ignored == .ignored
    return isOneOfMany ? .network(mail.groups[group].network) : item.classification.sender
  }
}
