import DMARC
import TestSupport

extension Estates {
  /// What strangers send in the domain's name.
  enum Wave: String, CaseIterable {
    case botnet = "botnet, envelopes of strangers"
    case botnetOurEnvelope = "botnet, our envelope"
    case slowBotnet = "the same machines of a botnet all month, our envelope"
    case oneAttackerDomain = "authenticated as one domain of the attacker"
    case manyAttackerDomains = "authenticated as many domains of the attacker"
    case cloud = "one cloud network"
    case cloudOurEnvelope = "one cloud network, our envelope"
    case sharedService = "a known service's shared domain"
    case sharedServiceOurAddresses = "a known service, from addresses that send for us too"
    case steadyFew = "a few addresses all month, envelopes of strangers"
    case steadyFewOurEnvelope = "a few networks all month, our envelope"
    case imitatedSelectors = "imitating our selector"
    case inventedSelectors = "inventing a selector of ours"
    case errors = "results that are temporary errors"
    case subdomains = "invented subdomains"
    case throughForwarder = "through a forwarder that passes on our mail"
    case ownNetworkCloud = "a cloud that our servers are in"
    case pool = "a botnet that draws from a pool, our envelope, up to three weeks"
    case cloudPool = "a cloud pool, our envelope and invented signatures, up to three weeks"
    case attackerPool = "authenticated as attacker's domains from a pool, up to three weeks"
    case twoBursts = "two bursts ten days apart from scattered machines, authenticated"
    case oneMachine = "one machine for some days, authenticated, more than a little"
    case oneReporter = "aimed at one receiver's users"
    case lists = "authenticated as a mailing list, imitating our selector"
    case tail = "a long thin tail after a burst, authenticated"
  }

  /// Waves in which a stranger does what a sender of ours would do: it authenticates as itself
  /// steadily or in a run, or sends with our envelope from the same machines all month.
  static let likeSenders: Set<Wave> = [
    .slowBotnet, .oneAttackerDomain, .sharedService, .sharedServiceOurAddresses,
    .steadyFew, .steadyFewOurEnvelope, .pool, .cloudPool, .attackerPool, .ownNetworkCloud,
    .twoBursts, .oneMachine, .tail,
  ]

  /// Adds a wave of any size to an estate.
  static func add(_ wave: Wave, to estate: inout Estate, _ dice: inout Dice) {
    let stream = estate.addStream("wave: \(wave.rawValue)", .spoofed)
    let total = dice.size(20...200_000)
    let start = dice.int(0...25)
    let length = dice.int(1...10)
    switch wave {
    case .steadyFew, .steadyFewOurEnvelope, .slowBotnet:
      addSlow(wave, stream, to: &estate, &dice)
    case .pool, .cloudPool, .attackerPool, .twoBursts, .oneMachine, .oneReporter, .lists:
      addPooled(wave, stream, to: &estate, &dice)
    case .tail:
      let host = [dice.address()]
      let look = Looks.foreign(estate.domain, "spam.example")
      for (index, part) in [0.5, 0.3, 0.15, 0.04, 0.01].enumerated() {
        let messages = Int(Double(total + 500) * part)
        estate.send(stream, day: start + index, from: host, look, messages, &dice)
      }
    default:
      for day in start..<min(30, start + length) {
        addDay(wave, stream, day, max(1, total / length), to: &estate, &dice)
      }
    }
  }

  private static func addSlow(
    _ wave: Wave, _ stream: Int, to estate: inout Estate, _ dice: inout Dice
  ) {
    let from = estate.domain
    let count = wave == .slowBotnet ? dice.int(20...60) : dice.int(3...5)
    let hosts = (0..<count).map { _ in dice.address() }
    let look =
      wave == .steadyFew
      ? Looks.unsigned(from, spf: .none, envelope: "vps.stranger.example")
      : Looks.unsigned(from, spf: dice.chance(0.5) ? .softfail : .fail)
    estate.sendDaily(
      stream, from: hosts, look, daily: count * dice.int(1...20), &dice, weekend: 1)
  }

  private static func addDay(
    _ wave: Wave, _ stream: Int, _ day: Int, _ messages: Int, to estate: inout Estate,
    _ dice: inout Dice
  ) {
    let from = estate.domain
    let bots = (0..<min(messages, 40)).map { _ in dice.address() }
    var seeded = Dice(seed: estate.seed ^ UInt64(stream))
    let cloud = "\(seeded.int(101...199)).\(seeded.int(0...255))"
    let fixed = (0..<3).map { _ in seeded.address() }
    func send(_ hosts: [String], _ look: Look) {
      estate.send(stream, day: day, from: hosts, look, messages, &dice)
    }
    switch wave {
    case .botnet: send(bots, Looks.unsigned(from, spf: .fail, envelope: "bot.stranger.example"))
    case .botnetOurEnvelope: send(bots, Looks.unsigned(from, spf: .softfail))
    case .oneAttackerDomain: send(fixed, Looks.foreign(from, "evil.example"))
    case .manyAttackerDomains:
      send(bots, Looks.foreign(from, "evil\(dice.int(1...40)).example", dkim: dice.chance(0.5)))
    case .cloud, .cloudOurEnvelope:
      let hosts = (0..<40).map { _ in "\(cloud).\(dice.int(0...255)).\(dice.int(1...254))" }
      let envelope = wave == .cloud ? "vm.cloud.example" : nil
      send(hosts, Looks.unsigned(from, spf: .softfail, envelope: envelope))
    case .sharedService:
      let pool = (0..<6).map { _ in dice.address() }
      send(pool, Looks.foreign(from, "sendgrid.net"))
    case .sharedServiceOurAddresses:
      let ours = estate.batches.filter { $0.look.spfDomain == "bounce.sendgrid.net" }
      let pool = Set(ours.map(\.address)).sorted()
      send(pool.isEmpty ? bots : pool + bots.prefix(4), Looks.foreign(from, "sendgrid.net"))
    case .imitatedSelectors:
      send(bots, Looks.own(from, dkim: .fail, spf: .softfail))
    case .inventedSelectors:
      send(bots, Looks.own(from, dkim: .fail, spf: .softfail, selector: "x\(day)"))
    case .errors: send(bots, Looks.own(from, dkim: .temperror, spf: .temperror))
    case .subdomains:
      send(bots, Looks.unsigned("x\(dice.int(1...9999)).\(from)", spf: .none))
    case .throughForwarder:
      let hosts = estate.batches.filter { estate.streams[$0.stream].kind == .forwarded }
      let relay = hosts.prefix(1).map(\.address)
      send(relay.isEmpty ? bots : relay, throughLook(from))
    case .ownNetworkCloud:
      let own = estate.batches.first?.address ?? "192.0.2.1"
      let prefix = own.split(separator: ".").prefix(3).joined(separator: ".")
      send((60..<90).map { "\(prefix).\($0)" }, Looks.unsigned(from, spf: .softfail))
    default: return
    }
  }

  private static func addPooled(
    _ wave: Wave, _ stream: Int, to estate: inout Estate, _ dice: inout Dice
  ) {
    let from = estate.domain
    let start = dice.int(0...15)
    let length = dice.int(2...21)
    let daily = dice.size(10...20_000)
    let pool = (0..<dice.int(8...400)).map { _ in dice.address() }
    let network = dice.prefix().split(separator: ".").prefix(2).joined(separator: ".")
    let cloud = (0..<80).map { _ in "\(network).\(dice.int(0...31)).\(dice.int(1...254))" }
    func some(_ hosts: [String]) -> [String] {
      Array(hosts.shuffled(using: &dice).prefix(dice.int(1...40)))
    }
    for day in start..<min(30, start + length) {
      let bots = some(pool)
      switch wave {
      case .pool:
        let spf = dice.pick([SPFResult.softfail, .fail, .none])
        estate.send(stream, day: day, from: bots, Looks.unsigned(from, spf: spf), daily, &dice)
      case .cloudPool:
        let look = Looks.own(from, dkim: .fail, spf: .softfail, selector: "default")
        estate.send(stream, day: day, from: some(cloud), look, daily, &dice)
      case .attackerPool:
        let look = Looks.foreign(from, "evil\(dice.int(1...60)).example", dkim: dice.chance(0.7))
        estate.send(stream, day: day, from: bots, look, daily, &dice)
      case .twoBursts:
        guard day - start < 2 || (10...11).contains(day - start) else { continue }
        let look = Looks.foreign(from, "evil.example")
        estate.send(stream, day: day, from: some(pool + cloud), look, daily + 1000, &dice)
      case .oneMachine:
        guard day - start < 5 else { continue }
        let look = Looks.foreign(from, "evil.example")
        estate.send(stream, day: day, from: [pool[0]], look, daily + 120, &dice)
      case .oneReporter:
        let look = Looks.unsigned(from, spf: .fail, envelope: "x.stranger.example")
        estate.send(stream, day: day, from: Array(bots.prefix(3)), look, 1 + daily % 8, &dice)
      default:
        let look = Looks.forwarded(from, by: "lists.evil.example", survives: false)
        estate.send(stream, day: day, from: bots, look, daily, &dice)
      }
    }
  }

  private static func throughLook(_ from: String) -> Look {
    Looks.unsigned(from, spf: .none, envelope: "stranger.example")
  }
}
