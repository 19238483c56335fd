import DMARC
import Facts

/// What a summary has a row for, as numbers: those of the store, of days, or of labels.
struct SummaryKeys {
  let grouping: SummaryGrouping
  let names: Names
  private var labels: [String] = []
  private var numbers: [String: Int] = [:]
  /// What labels are worked out from, each once.
  private var origins = Numbering<Pair>()
  /// By origin: the number of its label.
  private var labelOfOrigin: [Int] = []

  init(_ names: Names, grouping: SummaryGrouping) {
    self.names = names
    self.grouping = grouping
  }

  /// What a fact counts for; of another grouping, the same number may be something else.
  @inline(__always)
  mutating func number(of fact: TrafficFact) -> Int {
    switch grouping {
    case .source: fact.source
    case .domain: fact.policyDomain
    case .headerFrom: fact.headerFrom ?? fact.policyDomain
    case .reporter: fact.reporter
    case .day: fact.day.number
    case .month: numberOfMonth(of: fact)
    case .sender: numberOfSender(of: fact)
    case .override: numberOfOverrides(of: fact)
    }
  }

  /// What a number means.
  func key(_ number: Int) -> SummaryRow.Key {
    switch grouping {
    case .source: .source(number)
    case .domain, .headerFrom: .domain(number)
    case .reporter: .reporter(number)
    case .day: .day(Day(number: number))
    case .month, .sender, .override: .label(labels[number])
    }
  }

  private mutating func numberOfSender(of fact: TrafficFact) -> Int {
    label(of: Pair(fact.evidence, fact.headerFrom ?? fact.policyDomain)) { [names] in
      SenderNames.sender(
        evidence: names.evidence[fact.evidence]?.read ?? Evidence(),
        fromDomain: names.fromDomain(of: fact))
    }
  }

  private mutating func numberOfMonth(of fact: TrafficFact) -> Int {
    label(of: Pair(fact.day.number, 0)) { String(fact.day.text.dropLast(3)) }
  }

  private mutating func numberOfOverrides(of fact: TrafficFact) -> Int {
    label(of: Pair(fact.evaluation, 0)) { [names] in
      let types = Set((names.evaluations[fact.evaluation]?.overrides ?? []).map(\.type.shown))
      return types.isEmpty ? "none" : types.sorted().joined(separator: " + ")
    }
  }

  private mutating func label(of origin: Pair, _ text: () -> String) -> Int {
    let origin = origins.number(of: origin)
    if origin == labelOfOrigin.count { labelOfOrigin.append(number(ofLabel: text())) }
    return labelOfOrigin[origin]
  }

  private mutating func number(ofLabel label: String) -> Int {
    if let known = numbers[label] { return known }
    labels.append(label)
    numbers[label] = labels.count - 1
    return labels.count - 1
  }
}
