import DMARC
import ReportStore

/// Adds facts up by group.
struct SummaryGroups<Senders: SenderNaming> {
  private(set) var rows: [SummaryRow] = []
  private(set) var totals = TrafficTotals()
  let grouping: SummaryGrouping
  let names: Names
  private let senders: Senders
  private let marks: IDMap<EvaluationMarks>
  private var reporters: [NumberSet] = []
  private var index: [SummaryRow.Key: Int] = [:]
  /// Groups of numbers that are dense: the common case, and much quicker to find.
  private var indexOfNumber: [Int32] = []
  private var labels: [LabelKey: String] = [:]

  private struct LabelKey: Hashable {
    let id: Int
    let from: Int
  }

  init(_ names: Names, grouping: SummaryGrouping, senders: Senders) {
    self.names = names
    self.grouping = grouping
    self.senders = senders
    marks = names.evaluations.mapValues(EvaluationMarks.init)
  }

  /// Makes room for as many rows as there can be: growing by and by would touch twice the memory,
  /// and what is not used is not touched.
  private mutating func reserve(for traffic: [ArraySlice<TrafficFact>]) {
    guard grouping == .source else { return }
    let facts = traffic.map(\.count).reduce(0, +)
    rows.reserveCapacity(facts)
    reporters.reserveCapacity(facts)
    var last = 0
    for part in traffic {
      for fact in part { last = max(last, number(of: fact) ?? 0) }
    }
    if last >= indexOfNumber.count { growIndex(to: last) }
  }

  mutating func add(_ traffic: [ArraySlice<TrafficFact>]) {
    reserve(for: traffic)
    for part in traffic { add(part) }
    for row in rows.indices { rows[row].reporters = reporters[row].count }
  }

  private mutating func add(_ traffic: ArraySlice<TrafficFact>) {
    for fact in traffic {
      let marks = marks[fact.evaluation] ?? EvaluationMarks(nil)
      let differs = marks.differ(from: fact.recomputed)
      totals.add(fact.messages, marks, differing: differs)
      let row = row(of: fact)
      rows[row].add(fact.messages, marks, differing: differs, on: fact.day)
      reporters[row].insert(fact.reporter)
    }
  }

  private mutating func row(of fact: TrafficFact) -> Int {
    guard let number = number(of: fact) else { return row(key: key(of: fact), day: fact.day) }
    if number < indexOfNumber.count, indexOfNumber[number] >= 0 {
      return Int(indexOfNumber[number])
    }
    let row = appendRow(key(of: fact), day: fact.day)
    if number >= indexOfNumber.count { growIndex(to: number) }
    indexOfNumber[number] = Int32(row)
    return row
  }

  private mutating func growIndex(to number: Int) {
    let missing = max(number + 1, indexOfNumber.count * 2) - indexOfNumber.count
    indexOfNumber.append(contentsOf: repeatElement(-1, count: missing))
  }

  /// The number a fact is grouped by, where that is a row number of the store, as dense as they are
  /// unless the store is damaged.
  private func number(of fact: TrafficFact) -> Int? {
    let number: Int? =
      switch grouping {
      case .source: fact.source
      case .domain: fact.policyDomain
      case .headerFrom: fact.headerFrom ?? fact.policyDomain
      case .reporter: fact.reporter
      case .day, .sender, .override: nil
      }
    guard let number, number < Self.mostDense else { return nil }
    return number
  }

  /// Numbers from here on are looked up: a table of them would take 64 MB.
  private static var mostDense: Int { 1 << 24 }

  private mutating func row(key: SummaryRow.Key, day: Day) -> Int {
    if let known = index[key] { return known }
    let row = appendRow(key, day: day)
    index[key] = row
    return row
  }

  private mutating func appendRow(_ key: SummaryRow.Key, day: Day) -> Int {
    rows.append(SummaryRow(key: key, firstDay: day, lastDay: day))
    reporters.append(NumberSet())
    return rows.count - 1
  }

  private mutating func key(of fact: TrafficFact) -> SummaryRow.Key {
    switch grouping {
    case .source: .source(fact.source)
    case .domain: .domain(fact.policyDomain)
    case .headerFrom: .domain(fact.headerFrom ?? fact.policyDomain)
    case .reporter: .reporter(fact.reporter)
    case .day: .day(fact.day)
    case .sender: .label(sender(of: fact))
    case .override: .label(overrides(of: fact))
    }
  }

  private mutating func sender(of fact: TrafficFact) -> String {
    let key = LabelKey(id: fact.evidence, from: fact.headerFrom ?? fact.policyDomain)
    if let known = labels[key] { return known }
    let label = senders.sender(
      evidence: names.evidence[fact.evidence]?.read ?? Evidence(),
      fromDomain: names.fromDomain(of: fact))
    labels[key] = label
    return label
  }

  private mutating func overrides(of fact: TrafficFact) -> String {
    let key = LabelKey(id: fact.evaluation, from: 0)
    if let known = labels[key] { return known }
    let types = Set((names.evaluations[fact.evaluation]?.overrides ?? []).map(\.type.shown))
    let label = types.isEmpty ? "none" : types.sorted().joined(separator: " + ")
    labels[key] = label
    return label
  }

  /// The rows at some positions with their evidence; the others need none.
  mutating func withEvidence(
    _ positions: [Int], of traffic: [ArraySlice<TrafficFact>]
  ) -> [SummaryRow] {
    var places: [Int32] = Array(repeating: -1, count: rows.count)
    for (place, position) in positions.enumerated() { places[position] = Int32(place) }
    var evidence = EvidenceVolumes()
    for fact in traffic.joined() {
      let place = Int(places[row(of: fact)])
      if place >= 0 { evidence.add(fact.messages, of: fact.evidence, to: place) }
    }
    var shown = positions.map { rows[$0] }
    evidence.write(to: &shown)
    return shown
  }
}
