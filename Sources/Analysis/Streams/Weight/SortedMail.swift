import DMARC

/// All mail of one policy domain with what it is and how much of it is at risk.
struct SortedMail {
  /// What mail of one group is.
  struct Item {
    var classification: Classification
    /// The rule that decided whether it counts, where it fails.
    var rule: Rule?
    /// Whether established reporters alone show what the rule found.
    var isHeard = true
    var isAtStake = false
    /// Whether it passes and comes by way of a forwarder.
    var isRelayed = false

    /// Whether its sender is one of ours by evidence, behaviour or decision: all of it that fails
    /// is legitimate and would be lost.
    var weighs: Bool { rule?.effect == .weighs }
    /// Whether only the owner can say whose it is.
    var isAsked: Bool { rule?.effect == .asked }
    /// Whether it is the owner's and no loss to come.
    var isOver: Bool {
      switch rule {
      case .repaired, .temporary: true
      default: false
      }
    }
  }

  let mail: DomainMail
  /// By group.
  private(set) var items: [Item]
  let senders: AlignedSenders
  let passing: PassingMail
  let decisions: Decisions

  init(
    _ mail: DomainMail, decisions: Decisions, siblings: Set<Int>,
    thresholds: ReadinessThresholds, window: ClosedRange<Day>
  ) {
    self.mail = mail
    self.decisions = decisions
    senders = AlignedSenders(mail)
    passing = PassingMail(mail)
    let classifier = MailClassifier(
      mail: mail, senders: senders, decisions: decisions, siblings: siblings)
    items = mail.groups.map { group in
      Item(
        classification: classifier.classification(of: group),
        isRelayed: classifier.isRelayed(group))
    }
    judge(thresholds, classifier, end: window.upperBound)
    turn(thresholds)
    hearEstablished()
    stake(thresholds)
  }

  private mutating func judge(
    _ thresholds: ReadinessThresholds, _ classifier: MailClassifier, end: Day
  ) {
    var behaviour = BehaviourThresholds()
    behaviour.floor = thresholds.floor
    let judge = UnitJudge(
      mail: mail, classifications: items.map(\.classification), senders: senders,
      passing: passing, thresholds: behaviour, end: end)
    for (group, outcome) in judge.outcomes {
      items[group].isHeard = outcome.isHeard
      settle(group, outcome.rule, end: end)
    }
    for group in items.indices where items[group].classification.test.isProof {
      items[group].rule = .proof
    }
    settleNetworks(classifier)
  }

  /// A "no" to a whole network covers what does not prove to be the owner's by itself.
  private mutating func settleNetworks(_ classifier: MailClassifier) {
    guard !decisions.isEmpty else { return }
    for group in items.indices where !mail.groups[group].passes && !items[group].weighs {
      guard !items[group].isDecided, !mail.groups[group].isUnproven,
        let decision = classifier.decision(about: mail.groups[group]),
        decisions.isNetwork(decision)
      else { continue }
      items[group].rule = nil
      items[group].classification = items[group].classification.settled(
        by: decisions.all[decision], decision, isThirdParty: mail.groups[group].stranger != nil)
    }
  }

  /// Says what mail is now that the rule of its behaviour is known.
  private mutating func settle(_ group: Int, _ rule: Rule, end: Day) {
    let before = items[group].classification
    items[group].rule = rule
    if rule.effect == .weighs { return }
    if case .claim(let claim) = before.test, rule.effect == .asked,
      let decision = decisions.index(ofCrowd: claim, from: name(of: group), on: end)
    {
      items[group].rule = nil
      items[group].classification = before.settled(by: decisions.all[decision], decision)
      return
    }
    switch before.test {
    case .service: items[group].classification = before.settled(as: .thirdParty, .never)
    case .claim, .nearby:
      items[group].classification = before.settled(as: .unauthenticated, .never)
    default: break
    }
  }

  private func name(of group: Int) -> String {
    mail.digests.names.names[mail.groups[group].from]
  }

  /// Leaves out what was repaired, and dates what broke.
  private mutating func turn(_ thresholds: ReadinessThresholds) {
    let groups = items.indices.filter {
      (items[$0].weighs || items[$0].isAsked) && mail.groups[$0].messages > 0
    }
    guard !groups.isEmpty else { return }
    let turns = TurningPoints(of: groups, in: mail, floor: thresholds.floor)
    for group in groups where !items[group].isDecided {
      switch turns.turn(of: group) {
      case .repaired(let since): items[group].rule = .repaired(since: since)
      case .broken(let until, let since) where items[group].rule == .proof:
        items[group].rule = .passedBefore(until: until, since: since)
      case .broken, nil: break
      }
    }
  }

  /// Of what no established reporter tells, only the largest is asked about: a made-up report can
  /// ask one question and no more.
  private mutating func hearEstablished() {
    for group in items.indices where !mail.groups[group].isEstablished {
      if items[group].classification.test.isProof { items[group].isHeard = false }
    }
    let unheard = items.indices.filter { group in
      !items[group].isHeard && !items[group].isDecided
        && (items[group].weighs || items[group].isAsked)
    }
    guard !unheard.isEmpty else { return }
    var volumes: [String: MessageCount] = [:]
    // Of a server that proves to be the owner's nobody is asked whose it is.
    for group in unheard where senders.places[mail.groups[group].place].spfAligned == 0 {
      let unit = items[group].classification.unit.text(in: mail)
      volumes[unit, default: 0] += mail.groups[group].messages
    }
    let largest = volumes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    for group in unheard {
      let unit = items[group].classification.unit.text(in: mail)
      items[group].rule = unit == largest ? .fewRuns(days: 1, networks: 1) : .unheard
    }
  }

  private mutating func stake(_ thresholds: ReadinessThresholds) {
    for below in [false, true] {
      let groups = items.indices.filter { group in
        items[group].weighs && mail.groups[group].messages > 0
          && mail.groups[group].isSubdomain == below
      }
      guard !groups.isEmpty else { continue }
      let stakes = ExpectedLoss(of: groups, items: items, in: mail, thresholds: thresholds)
      for group in groups { items[group].isAtStake = stakes.isAtStake(group) }
    }
  }
}

extension SortedMail.Item {
  /// Whether the operator has said what it is.
  var isDecided: Bool {
    if case .decided = classification.test { return true }
    return false
  }
}

extension Sender {
  /// A text that is the same for the same sender.
  fileprivate func text(in mail: DomainMail) -> String { mail.identity(of: self).key }
}
