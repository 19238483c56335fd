import DMARC

/// All mail of one policy domain with what it is and how much of it is at risk.
struct SortedMail {
  struct Item {
    let mail: Mail
    var finding: Finding
    /// Whether its sender is one of ours by evidence, behaviour or decision.
    var weighs = false
    /// Messages of it that are legitimate and would be lost.
    var atRisk: Int64 = 0
    var isAtStake = false
    var habit: Habit?
    var isUncertain = false
    /// Whether it passes and comes by way of a forwarder.
    var isRelayed = false
  }

  private(set) var items: [Item]
  let census: Census

  init(
    _ mail: [Mail], decisions: Decisions, siblings: Set<String>, thresholds: ReadinessThresholds,
    window: ClosedRange<Day>
  ) {
    census = Census(mail)
    let classifier = MailClassifier(census: census, decisions: decisions, siblings: siblings)
    items = mail.map { mail in
      Item(
        mail: mail, finding: classifier.finding(for: mail),
        isRelayed: classifier.isRelayed(mail))
    }
    judge(thresholds, window: window)
    stake(thresholds)
  }

  private mutating func judge(_ thresholds: ReadinessThresholds, window: ClosedRange<Day>) {
    var habits = BehaviourThresholds()
    habits.floor = thresholds.floor
    let behaviour = Behaviour(
      thresholds: habits, ordinaryDay: census.passing / Int64(max(1, window.count)),
      lastDay: window.upperBound)
    let outcomes = UnitJudge(behaviour: behaviour, census: census)
      .outcomes(items.map(\.mail), items.map(\.finding))
    for index in items.indices where !items[index].mail.passes {
      let finding = items[index].finding
      apply(outcomes[Unit(kind: finding.kind, name: finding.unit)] ?? .init(), at: index)
    }
  }

  private mutating func apply(_ outcome: Unit.Outcome, at index: Int) {
    switch items[index].finding.test {
    case .proven: items[index].weighs = true
    case .decided(let weighs, _): items[index].weighs = weighs
    case .never: return
    case .service, .claim, .nearby:
      items[index].weighs = outcome.weighs
      items[index].habit = outcome.habit
      items[index].isUncertain = outcome.isUncertain
      if !outcome.weighs { items[index].finding = items[index].finding.unproven }
    }
    guard items[index].weighs else { return }
    items[index].atRisk = items[index].mail.messages
  }

  private mutating func stake(_ thresholds: ReadinessThresholds) {
    for below in [false, true] {
      var stakes = Stakes(thresholds: thresholds, passing: census.configured)
      let part = items.indices.filter {
        items[$0].mail.isSubdomain == below && items[$0].atRisk > 0
      }
      var units: [Unit: Int64] = [:]
      for index in part {
        stakes.add(items[index].mail)
        units[items[index].unit] = units[items[index].unit, default: 0]
          .adding(items[index].atRisk)
      }
      for index in part {
        let ofUnit = units[items[index].unit] ?? 0
        items[index].isAtStake =
          stakes.isAtStake(items[index].mail)
          || (items[index].finding.test.isByBehaviour && ofUnit >= thresholds.floor)
      }
    }
  }
}

extension SortedMail.Item {
  var unit: Unit { Unit(kind: finding.kind, name: finding.unit) }
}

extension Finding.Test {
  var isByBehaviour: Bool { self == .service || self == .claim || self == .nearby }
}

extension Finding {
  /// The same mail once its behaviour did not bear out that it is ours.
  var unproven: Finding {
    let isService = test == .service
    return Finding(
      kind: isService ? .thirdParty : .unauthenticated, identity: identity, unit: unit,
      test: .never, reason: reason)
  }
}
