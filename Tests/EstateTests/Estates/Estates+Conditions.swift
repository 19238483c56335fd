import Analysis
import DMARC
import TestSupport

extension Estates {
  /// Estates whose evidence is not enough, or that are somewhere else on the ladder.
  enum Condition: String, CaseIterable {
    case lostWeek = "a week of reports lost"
    case lostDays = "eight scattered days lost"
    case stale = "no reports for the last six days"
    case silentReporter = "the largest reporter silent for ten days"
    case oneReporter = "one reporter only"
    case little = "thirty mails in the month"
    case policyChanged = "quarantine for ten days"
    case young = "reports for two weeks only"
    case parked = "parked, with spoofing"
    case parkedBotnet = "parked, the same botnet all month"
    case enforced = "at reject and healthy"
    case alarm = "at reject, a service unset"
    case spfOnly = "at quarantine for long, nothing signed"
    case quarantineReady = "at quarantine for long, healthy"
    case subdomainBroken = "a subdomain that fails"
    case subdomainOnly = "only a subdomain sends, and fails"
    case lists = "lists that do not rewrite, with and without a word of the receiver"
    case fromTheStart = "own servers without SPF or DKIM, nothing else"
    case thirdPartyOnly = "sends through one unset service, nothing else"
    case quarantineHalf = "at quarantine, one per cent at risk"
  }

  static func estate(_ condition: Condition, seed: UInt64) -> Estate {
    var (estate, dice) = healthy(condition.rawValue, seed: seed)
    switch condition {
    case .lostWeek, .lostDays, .stale, .silentReporter, .oneReporter, .little, .policyChanged,
      .young:
      lessen(&estate, condition, &dice)
    case .parked, .parkedBotnet, .fromTheStart, .thirdPartyOnly, .subdomainOnly:
      empty(&estate, condition, &dice)
    default: place(&estate, condition, &dice)
    }
    let isGood = estate.allowed.isSubset(of: [.ready, .parked, .enforced])
    estate.group = isGood ? .clean : .waiting
    return estate
  }

  private static func lessen(_ estate: inout Estate, _ condition: Condition, _ dice: inout Dice) {
    estate.allowed = [.wait]
    switch condition {
    case .lostWeek:
      let first = dice.int(3...18)
      estate.lostDays = Set(first...(first + 6))
    case .lostDays: estate.lostDays = Set((1...28).shuffled(using: &dice).prefix(8))
    case .stale: estate.lostDays = Set(24...29)
    case .silentReporter: estate.receivers[0].silentDays = Set(20...29)
    case .oneReporter: estate.receivers = [estate.receivers[0]]
    case .little:
      estate.batches = []
      let stream = estate.addStream("little mail", .legitimate)
      estate.sendDaily(stream, from: ["192.0.2.5"], Looks.own(estate.domain), daily: 1, &dice)
    case .policyChanged:
      estate.policies = [
        (-400, PublishedPolicy(p: .none)), (20, PublishedPolicy(p: .quarantine)),
      ]
    default: estate.lostDays = Set(0...15)
    }
  }

  private static func empty(_ estate: inout Estate, _ condition: Condition, _ dice: inout Dice) {
    estate.batches = []
    estate.streams = []
    let from = estate.domain
    estate.allowed = [.fix, .wait, .ask]
    switch condition {
    case .parked:
      estate.allowed = [.parked]
      for _ in 0..<4 {
        add(dice.pick([.botnet, .botnetOurEnvelope, .cloud, .errors]), to: &estate, &dice)
      }
      estate.addTrickle(&dice)
    case .parkedBotnet:
      estate.allowed = [.parked]
      add(.slowBotnet, to: &estate, &dice)
    case .fromTheStart:
      let stream = estate.addStream("own servers", .legitimate)
      let hosts = (0..<dice.int(1...4)).map { _ in dice.address() }
      estate.sendDaily(
        stream, from: hosts, Looks.unsigned(from, spf: .none), daily: dice.int(20...200), &dice)
    case .thirdPartyOnly:
      let stream = estate.addStream("one service", .legitimate)
      estate.sendDaily(
        stream, from: [dice.address()], Looks.foreign(from, "suite.example"),
        daily: dice.int(5...200), &dice)
    default:
      let stream = estate.addStream("news", .legitimate)
      estate.sendDaily(
        stream, from: [dice.address()], Looks.foreign("news.\(from)", "suite.example"),
        daily: dice.int(5...200), &dice)
    }
  }

  private static func place(_ estate: inout Estate, _ condition: Condition, _ dice: inout Dice) {
    let from = estate.domain
    func publish(_ p: Policy) { estate.policies = [(-400, PublishedPolicy(p: p))] }
    switch condition {
    case .enforced:
      publish(.reject)
      estate.allowed = [.enforced]
    case .alarm:
      publish(.reject)
      add(.serviceUnset, to: &estate, &dice)
      estate.allowed = [.alarm, .ask]
    case .spfOnly:
      publish(.quarantine)
      for index in estate.batches.indices { estate.batches[index].look.signatures = [] }
      estate.allowed = [.fix, .wait, .alarm]
    case .quarantineReady:
      publish(.quarantine)
      estate.allowed = [.ready]
    case .subdomainBroken:
      let stream = estate.addStream("subdomain", .legitimate)
      estate.sendDaily(
        stream, from: [dice.address()], Looks.foreign("shop.\(from)", "shop.example"),
        daily: dice.int(5...80), &dice)
      estate.allowed = [.ready, .fix, .ask]
    case .lists:
      let stream = estate.addStream("lists", .forwarded)
      let word = Override(type: Sent(OverrideType.mailingList), comment: nil)
      for (index, said) in [word, nil].enumerated() {
        estate.sendDaily(
          stream, from: [dice.address()],
          Looks.forwarded(from, by: "lists\(index).example", survives: false, override: said),
          daily: dice.int(2...20), &dice)
      }
      estate.allowed = [.ready, .ask]
    default:
      publish(.quarantine)
      add(.brokenShare, to: &estate, &dice)
      estate.allowed = [.fix, .alarm, .wait]
    }
  }
}

extension Estate {
  /// A little spoofing every few days, as every domain gets it.
  mutating func addTrickle(_ dice: inout Dice) {
    let stream = addStream("trickle", .spoofed)
    for day in stride(from: 0, to: days, by: 3) {
      send(
        stream, day: day, from: [dice.address()],
        Looks.unsigned(domain, spf: .fail, envelope: "bot.stranger.example"), dice.int(1...9),
        &dice)
    }
  }
}
