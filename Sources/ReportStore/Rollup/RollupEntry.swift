import DMARC

/// The grain of the roll-up within a policy domain and a day.
struct RollupEntry: Hashable {
  var source: Int64
  var reporter: Int64
  /// Zero where the records had no From domain.
  var headerFrom: Int64
  var evaluation: Int64
  var evidence: Int64
  /// `RecomputedAlignment.code`.
  var recomputed: UInt8
  var messages: Int64

  init(
    source: Int64, reporter: Int64, headerFrom: Int64, evaluation: Int64, evidence: Int64,
    recomputed: UInt8, messages: Int64
  ) {
    self.source = source
    self.reporter = reporter
    self.headerFrom = headerFrom
    self.evaluation = evaluation
    self.evidence = evidence
    self.recomputed = recomputed
    self.messages = messages
  }

  /// Whether two entries are about the same traffic and add up.
  func matches(_ other: RollupEntry) -> Bool {
    source == other.source && reporter == other.reporter && headerFrom == other.headerFrom
      && evaluation == other.evaluation && evidence == other.evidence
      && recomputed == other.recomputed
  }

  static func inOrder(_ a: RollupEntry, _ b: RollupEntry) -> Bool {
    if a.source != b.source { return a.source < b.source }
    if a.reporter != b.reporter { return a.reporter < b.reporter }
    if a.headerFrom != b.headerFrom { return a.headerFrom < b.headerFrom }
    if a.evaluation != b.evaluation { return a.evaluation < b.evaluation }
    if a.evidence != b.evidence { return a.evidence < b.evidence }
    return a.recomputed < b.recomputed
  }

  /// The most messages of one entry: with the recomputed code they are packed in 63 bits.
  static let mostMessages: Int64 = 1 << 58

  /// Entries in order, those about the same traffic added up.
  static func addedUp(_ entries: some Sequence<RollupEntry>) -> [RollupEntry] {
    var sums: [RollupEntry] = []
    for entry in entries { add(entry, to: &sums) }
    return sums
  }

  /// Adds the next entry in order.
  ///
  /// Forged counts may be more than one entry can hold: then as many follow one another as it
  /// takes, all but the last of them full.
  static func add(_ entry: RollupEntry, to sums: inout [RollupEntry]) {
    guard let last = sums.last, last.matches(entry) else { return sums.append(entry) }
    let room = mostMessages - last.messages
    guard entry.messages > room else {
      sums[sums.count - 1].messages += entry.messages
      return
    }
    sums[sums.count - 1].messages = mostMessages
    var rest = entry
    rest.messages -= room
    sums.append(rest)
  }
}
