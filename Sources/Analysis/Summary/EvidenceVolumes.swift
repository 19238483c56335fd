import DMARC

/// How many messages each row has of each evidence.
struct EvidenceVolumes {
  private var numbers = Numbering<Pair>()
  private var messages: [MessageCount] = []

  mutating func add(_ count: MessageCount, of evidence: Int, to row: Int) {
    let number = numbers.number(of: Pair(row, evidence))
    if number == messages.count { messages.append(0) }
    messages[number] += count
  }

  /// Most messages first, of equally many the one that the store met first.
  func write(to rows: inout [SummaryRow]) {
    let order = numbers.keys.indices.sorted { a, b in
      messages[a] != messages[b]
        ? messages[a] > messages[b] : numbers.keys[a].second < numbers.keys[b].second
    }
    for number in order {
      rows[numbers.keys[number].first].evidence.append(numbers.keys[number].second)
    }
  }
}
