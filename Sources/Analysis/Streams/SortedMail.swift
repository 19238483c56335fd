import DMARC

/// All mail of one policy domain with what it is and how much of it is at risk.
struct SortedMail {
  /// What mail of one look is.
  struct Item {
    var finding: Finding
    /// Whether its sender is one of ours by evidence, behaviour or decision: all of it that fails
    /// is legitimate and would be lost.
    var weighs = false
    var isAtStake = false
    var habit: Habit?
    var isUncertain = false
    /// Whether it passes and comes by way of a forwarder.
    var isRelayed = false
  }

  let mail: DomainMail
  /// By look.
  private(set) var items: [Item]
  let census: Census
  let passing: PassingBySighting
  let decisions: Decisions

  init(
    _ mail: DomainMail, decisions: Decisions, siblings: Set<Int>,
    thresholds: ReadinessThresholds, window: ClosedRange<Day>
  ) {
    self.mail = mail
    self.decisions = decisions
    census = Census(mail)
    passing = PassingBySighting(mail)
    let classifier = MailClassifier(
      mail: mail, census: census, decisions: decisions, siblings: siblings)
    items = mail.looks.map { look in
      Item(finding: classifier.finding(for: look), isRelayed: classifier.isRelayed(look))
    }
    judge(thresholds, window: window)
    stake(thresholds)
  }

  private mutating func judge(_ thresholds: ReadinessThresholds, window: ClosedRange<Day>) {
    var habits = BehaviourThresholds()
    habits.floor = thresholds.floor
    let behaviour = Behaviour(
      thresholds: habits, networks: mail.networks,
      ordinaryDay: census.passing / max(1, window.count), lastDay: window.upperBound)
    let judge = UnitJudge(
      mail: mail, items: items, behaviour: behaviour, census: census, passing: passing)
    for (look, outcome) in judge.outcomes { apply(outcome, at: look) }
    for look in items.indices where items[look].finding.test.isProof { items[look].weighs = true }
  }

  private mutating func apply(_ outcome: Unit.Outcome, at look: Int) {
    items[look].weighs = outcome.weighs
    items[look].habit = outcome.habit
    items[look].isUncertain = outcome.isUncertain
    if !outcome.weighs { items[look].finding = items[look].finding.unproven }
  }

  private mutating func stake(_ thresholds: ReadinessThresholds) {
    for below in [false, true] {
      let looks = items.indices.filter { look in
        items[look].weighs && mail.looks[look].messages > 0
          && mail.looks[look].isSubdomain == below
      }
      guard !looks.isEmpty else { continue }
      let stakes = Stakes(of: looks, items: items, in: mail, thresholds: thresholds)
      for look in looks { items[look].isAtStake = stakes.isAtStake(look) }
    }
  }
}

extension Finding {
  var ofUnit: Unit { Unit(kind: kind, sender: unit) }

  /// The same mail once its behaviour did not bear out that it is ours.
  fileprivate var unproven: Finding {
    let isService = test == .service
    return Finding(
      kind: isService ? .thirdParty : .unauthenticated, sender: sender, unit: unit, test: .never,
      reason: reason)
  }
}

extension Finding.Test {
  var isByBehaviour: Bool { self == .service || self == .claim || self == .nearby }

  /// Whether mail weighs however it behaves.
  fileprivate var isProof: Bool {
    switch self {
    case .proven: true
    case .decided(let weighs, _): weighs
    case .nearby, .service, .claim, .never: false
    }
  }
}
