import DMARC
import TestSupport

/// A healthy domain with one server and one failing stream, so small that it can be read.
struct PlainEstate {
  /// What the failing stream does.
  enum Kind: String, CaseIterable {
    case ownEnvelope = "own envelope"
    case ownSignature = "own signature"
    case name = "nothing but the From"
    case knownService = "known service"
    case unknownService = "unknown service"
    case besideServers = "beside servers"
    case strictSubdomain = "subdomain under strict alignment"
    case fellBack = "service that fell back"

    /// Those that a stranger can make as well.
    static let open: [Kind] = [.ownEnvelope, .ownSignature, .name, .knownService, .unknownService]
  }

  /// How the days of the failing stream lie.
  enum Days: CaseIterable {
    case scattered
    case run
    case lately
    case weekly
  }

  let kind: Kind
  let isOwn: Bool
  let seed: UInt64
  private var dice: Dice

  init(_ kind: Kind, isOwn: Bool, seed: UInt64) {
    (self.kind, self.isOwn, self.seed, dice) = (kind, isOwn, seed, Dice(seed: seed))
  }

  /// The index of the failing stream.
  static let stream = 1

  func estate() -> Estate {
    var (plain, dice) = (self, dice)
    return plain.made(&dice)
  }

  private mutating func made(_ dice: inout Dice) -> Estate {
    var estate = Estate(name: "plain: \(kind.rawValue)", seed: seed)
    estate.receivers = Array(Receiver.usual.prefix(dice.int(2...4)))
    let own = estate.addStream("own servers", .legitimate)
    estate.sendDaily(
      own, from: ["192.0.2.10"], Looks.own(estate.domain), daily: dice.size(20...1000), &dice,
      weekend: dice.pick([0.2, 0.6, 1]))
    let stream = estate.addStream(kind.rawValue, isOwn ? .legitimate : .spoofed)
    let hosts = hosts(&dice)
    let days = days(&dice)
    if kind == .fellBack { fallBack(&estate, stream, hosts, days, &dice) }
    if kind == .strictSubdomain {
      estate.policies = [(-400, PublishedPolicy(p: .none, adkim: .strict))]
    }
    let messages = dice.size(10...5000)
    for (index, day) in days.enumerated() {
      let share = messages / days.count + (index < messages % days.count ? 1 : 0)
      estate.send(stream, day: day, from: hosts, look(estate.domain), share, &dice)
    }
    return estate
  }

  private func hosts(_ dice: inout Dice) -> [String] {
    if kind == .besideServers {
      return (0..<dice.int(1...4)).map { "192.0.2.\(60 + $0)" }
    }
    let networks = (0..<(dice.chance(0.4) ? 1 : dice.size(1...30))).map { _ in dice.prefix() }
    let count = max(networks.count, dice.chance(0.4) ? 1 : dice.size(1...50))
    return (0..<count).map { "\(networks[$0 % networks.count]).\(30 + $0 / networks.count)" }
  }

  private func days(_ dice: inout Dice) -> [Int] {
    let all = Array(kind == .fellBack ? 12...29 : 0...29)
    let count = dice.int(1...all.count)
    return switch dice.pick(Days.allCases) {
    case .scattered: all.shuffled(using: &dice).prefix(count).sorted()
    case .run: Array(all.dropFirst(dice.int(0...(all.count - count))).prefix(count))
    case .lately: Array(all.suffix(min(count, 15)))
    case .weekly: Array(stride(from: all[dice.int(0...6)], through: 29, by: 7))
    }
  }

  private func fallBack(
    _ estate: inout Estate, _ stream: Int, _ hosts: [String], _ days: [Int], _ dice: inout Dice
  ) {
    guard let first = days.first else { return }
    estate.streams[stream].since = first
    estate.sendDaily(
      stream, from: hosts, Looks.service(estate.domain, "desk.example", selector: "dk"),
      daily: dice.int(3...40), &dice, days: 0...(first - 1))
  }

  private func look(_ from: String) -> Look {
    switch kind {
    case .ownEnvelope: Looks.unsigned(from, spf: .softfail)
    case .ownSignature:
      Look(
        from: from, signatures: [.init(domain: from, selector: "s2019", result: .fail)],
        spfDomain: "host.example", spf: .none)
    case .name, .besideServers: Looks.unsigned(from, spf: .none, envelope: "host.example")
    case .knownService: Looks.foreign(from, "sendgrid.net")
    case .unknownService, .fellBack: Looks.foreign(from, "desk.example")
    case .strictSubdomain:
      World.signed(from, by: "mail.\(from)", spf: .none, envelope: "esp.example")
    }
  }
}
