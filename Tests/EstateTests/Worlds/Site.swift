import DMARC
import TestSupport

/// An estate in the making: a small healthy one, that worlds put something into.
struct Site {
  var estate: Estate
  var dice: Dice
  /// The addresses of its own servers, beside each other.
  private(set) var servers: [String]
  /// Mails a day of its own servers.
  let size: Int

  var from: String { estate.domain }
  /// The first of the last `count` days.
  func ago(_ count: Int) -> Int { estate.days - count }
  var today: Int { estate.days - 1 }

  init(name: String, seed: UInt64, days: Int) {
    dice = Dice(seed: seed)
    estate = Estate(name: name, seed: seed, days: days)
    estate.receivers = Array(Receiver.usual.prefix(dice.int(3...6)))
    size = dice.size(15...500)
    let prefix = dice.prefix()
    servers = (0..<dice.int(1...2)).map { "\(prefix).\(10 + $0)" }
    let own = estate.addStream("own servers", .legitimate)
    estate.sendDaily(own, from: servers, Looks.own(from), daily: size, &dice)
    if dice.chance(0.5) { addService() }
    if dice.chance(0.4) { addForwarder() }
    if dice.chance(0.6) { addNoise() }
  }

  /// The same with a longer past: the last four weeks again and again before them.
  mutating func lengthen(to days: Int) {
    let past = days - estate.days
    guard past > 0 else { return }
    let recent = estate.days - 28
    let stem = estate.batches
    estate.days = days
    estate.batches = stem.filter { $0.day >= recent }.flatMap { batch in
      stride(from: batch.day + past, through: 0, by: -28).map { day in
        var copy = batch
        copy.day = day
        return copy
      }
    }
  }

  /// A domain that sends nothing.
  mutating func clear() {
    estate.batches = []
  }

  /// The network of its own servers, without the last octet.
  var network: String {
    servers[0].split(separator: ".").prefix(3).joined(separator: ".")
  }

  /// Addresses, each in a network of its own.
  mutating func places(_ count: Int) -> [String] {
    (0..<count).map { _ in dice.address(in: dice.prefix()) }
  }

  /// Addresses of one network, from 30 on.
  mutating func hosts(_ count: Int) -> [String] {
    let prefix = dice.prefix()
    return (0..<count).map { "\(prefix).\(30 + $0)" }
  }

  /// A legitimate stream that loses what fails of it.
  mutating func ours(
    _ name: String, since: Int? = nil, _ remedies: TrueStream.Remedy...
  ) -> Int {
    add(name, .legitimate, since, remedies)
  }

  mutating func strangers(_ name: String = "strangers") -> Int { add(name, .spoofed, nil, []) }

  mutating func forwarders(_ name: String = "forwarders") -> Int {
    add(name, .forwarded, nil, [.nothing])
  }

  private mutating func add(
    _ name: String, _ kind: TrueStream.Kind, _ since: Int?, _ remedies: [TrueStream.Remedy]
  ) -> Int {
    let stream = estate.addStream(name, kind)
    estate.streams[stream].since = since
    estate.streams[stream].remedies = Set(remedies)
    return stream
  }

  /// Mail on every day, or on every one of some.
  mutating func daily(
    _ stream: Int, _ hosts: [String], _ look: Look, _ messages: Int,
    days: ClosedRange<Int>? = nil, weekend: Double = 0.6
  ) {
    estate.sendDaily(
      stream, from: hosts, look, daily: messages, &dice, days: days, weekend: weekend)
  }

  mutating func send(
    _ stream: Int, on day: Int, _ hosts: [String], _ look: Look, _ messages: Int,
    to receiver: Int? = nil
  ) {
    let before = estate.batches.count
    estate.send(stream, day: day, from: hosts, look, messages, &dice)
    for index in before..<estate.batches.count { estate.batches[index].receiver = receiver }
  }

  /// Some of a pool of addresses every day.
  mutating func pooled(
    _ stream: Int, _ pool: [String], _ look: Look, _ messages: Int, at once: Int,
    days: ClosedRange<Int>? = nil, weekend: Double = 0.7
  ) {
    for day in days ?? 0...today {
      let some = Array(pool.shuffled(using: &dice).prefix(once))
      daily(stream, some, look, messages, days: day...day, weekend: weekend)
    }
  }

  mutating func publish(_ policy: PublishedPolicy, from day: Int = -400) {
    estate.policies = estate.policies.filter { $0.from < day } + [(day, policy)]
  }

  private mutating func addService() {
    let name = dice.pick(["sendgrid.net", "mcsv.net", "newsdesk.example", "crmhost.example"])
    let stream = estate.addStream("service \(name)", .legitimate)
    daily(stream, hosts(dice.int(1...3)), Looks.service(from, name, selector: "k2"), size / 3 + 2)
  }

  private mutating func addForwarder() {
    let stream = forwarders()
    let srs = dice.chance(0.6) ? "forward.example" : nil
    let host = places(1)
    daily(stream, host, Looks.forwarded(from, by: srs, survives: true), size / 60 + 1)
    for day in 0...today where dice.chance(0.25) {
      let look = Looks.forwarded(from, by: srs, survives: false)
      send(stream, on: day, host, look, size / 60 + 1)
    }
  }

  /// What every domain gets: a little mail of machines that never come back.
  private mutating func addNoise() {
    let stream = strangers("noise")
    for day in 0...today where dice.chance(0.5) {
      let envelope = dice.chance(0.3) ? from : "bot.stranger.example"
      let look = Looks.unsigned(from, spf: .fail, envelope: envelope)
      send(stream, on: day, [dice.address()], look, dice.int(1...8))
    }
  }

  /// A botnet's mail: every day other machines, our envelope or others.
  mutating func botnet(_ daily: Int, days: ClosedRange<Int>? = nil, envelope: String? = nil) {
    let stream = strangers("botnet")
    let look = Looks.unsigned(from, spf: .fail, envelope: envelope)
    for day in days ?? 0...today {
      let bots = (0..<min(daily, 25)).map { _ in dice.address() }
      send(stream, on: day, bots, look, daily)
    }
  }
}
