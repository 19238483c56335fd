import DMARC

/// Puts sorted mail into streams, the large ones by name and the rest together.
struct StreamList {
  /// Streams of a class that are named one by one when they do not weigh.
  private static let most = 12

  private let sorted: SortedMail
  private var numbers = Numbering<StreamKey>()
  /// Messages by stream.
  private var messages: [MessageCount] = []
  /// The stream of each look; negative where it is not asked for.
  private var streamOfLook: [Int32]

  /// The streams of the looks chosen.
  static func streams(of sorted: SortedMail, where chosen: [Bool]) -> [Stream] {
    StreamList(sorted, chosen).streams
  }

  private init(_ sorted: SortedMail, _ chosen: [Bool]) {
    self.sorted = sorted
    streamOfLook = Array(repeating: -1, count: chosen.count)
    for look in chosen.indices where chosen[look] {
      let stream = numbers.number(of: key(of: look))
      if stream == messages.count { messages.append(0) }
      messages[stream] += sorted.mail.looks[look].messages
      streamOfLook[look] = Int32(truncatingIfNeeded: stream)
    }
  }

  private func key(of look: Int) -> StreamKey {
    let item = sorted.items[look]
    // A claim that is not borne out is one of very many: its network stands for it.
    let sender =
      item.finding.kind == .unauthenticated
      ? Sender.network(sorted.mail.looks[look].network) : item.finding.sender
    return StreamKey(sender: sender, kind: item.finding.kind, weighs: item.weighs)
  }

  private var streams: [Stream] {
    let groups = StreamClass.allCases.flatMap(groups)
    let streams = StreamWriter(
      sorted: sorted, streamCount: messages.count, streamOfLook: streamOfLook
    ).streams(groups)
    // By number: a stream is large, and would be copied for every comparison.
    return streams.indices.sorted { streams.isBefore($0, $1) }.map { streams[$0] }
  }

  /// The streams of a class as they are shown: by themselves, or many together.
  private func groups(of kind: StreamClass) -> [StreamWriter.Group] {
    let ofKind = numbers.keys.indices.filter { numbers.keys[$0].kind == kind }
    let small = ofKind.filter { !numbers.keys[$0].weighs }
    // Of streams that have no mail at risk; of equal ones those that come first by name.
    let largest = small.sorted(first: Self.most, by: isLarger)
    let others = small.filter { !largest.contains($0) }
    let named = ofKind.filter { numbers.keys[$0].weighs } + largest
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
