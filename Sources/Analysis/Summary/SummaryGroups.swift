import DMARC
import Facts

/// Adds facts up by group.
struct SummaryGroups {
  private(set) var groups: [GroupTotals] = []
  private(set) var keys: SummaryKeys
  /// By fact, in the order in which they came: where its group is.
  private var groupOfFact: [Int32] = []
  private var otherReporters = Numbering<Pair>()
  private let reporters: RankTable
  private let evaluations: RankTable
  /// By rank of an evaluation; the last is that of one without a name.
  private let marks: [EvaluationMarks]

  init(_ names: Names, grouping: SummaryGrouping) {
    keys = SummaryKeys(names, grouping: grouping)
    reporters = RankTable(names.reporters.ids)
    evaluations = RankTable(names.evaluations.ids)
    marks = names.evaluations.values.map(EvaluationMarks.init) + [EvaluationMarks(nil)]
  }

  /// What the group at a position is about.
  func key(_ position: Int) -> SummaryRow.Key { keys.key(groups[position].number) }

  /// Over all groups.
  var totals: TrafficTotals {
    groups.reduce(into: TrafficTotals()) { $0.add($1.totals) }
  }

  mutating func add(_ traffic: [ArraySlice<TrafficFact>]) {
    var table = RankTable()
    for part in traffic {
      for fact in part { table.insert(keys.number(of: fact)) }
    }
    table.rankAll()
    groups = table.numbers.map(GroupTotals.init)
    groupOfFact.reserveCapacity(traffic.map(\.count).reduce(0, +))
    for part in traffic { add(part, table) }
  }

  private mutating func add(_ traffic: ArraySlice<TrafficFact>, _ table: RankTable) {
    for fact in traffic {
      guard let group = table.rank(of: keys.number(of: fact)) else { continue }
      groupOfFact.append(Int32(truncatingIfNeeded: group))
      groups[group].add(fact, marks[evaluations.rank(of: fact.evaluation) ?? marks.count - 1])
      add(fact.reporter, to: group)
    }
  }

  @inline(__always)
  private mutating func add(_ reporter: Int, to group: Int) {
    if let rank = reporters.rank(of: reporter), rank < 64 {
      groups[group].addFirstReporter(rank)
    } else {
      addOther(reporter, to: group)
    }
  }

  private mutating func addOther(_ reporter: Int, to group: Int) {
    let known = otherReporters.keys.count
    let number = otherReporters.number(of: Pair(group, reporter))
    if number == known { groups[group].addOtherReporter() }
  }

  /// The rows of the groups at some positions, with their evidence; the others need none.
  func rows(_ positions: [Int], of traffic: [ArraySlice<TrafficFact>]) -> [SummaryRow] {
    var places: [Int32] = Array(repeating: -1, count: groups.count)
    for (place, position) in positions.enumerated() {
      places[position] = Int32(truncatingIfNeeded: place)
    }
    var evidence = EvidenceVolumes()
    for (fact, group) in zip(traffic.joined(), groupOfFact) {
      let place = Int(places[Int(group)])
      if place >= 0 { evidence.add(fact.messages, of: fact.evidence, to: place) }
    }
    var rows = positions.map { SummaryRow(groups[$0], about: key($0)) }
    evidence.write(to: &rows)
    return rows
  }
}
