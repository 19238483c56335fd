import DMARC
import PublicSuffix
import TestSupport

/// An estate, and the same with more failing mail of one stream.
struct Pair: Sendable {
  let less: Estate
  let more: Estate
  let stream: Int
  let growths: [Growth]

  /// Whether the stream is the domain's own.
  var isOwn: Bool { less.streams[stream].kind == .legitimate }

  /// The pair of a number; `nil` where nothing can grow.
  ///
  /// Half of all are of streams of the domain's own, and half of each of worlds.
  init?(number: UInt64, _ domains: any OrganizationalDomains) {
    let (isOwn, isPlain) = (number % 2 == 0, number / 2 % 2 == 0)
    var dice = Dice(seed: number)
    guard
      let (estate, stream) = isPlain
        ? Self.plain(isOwn: isOwn, &dice) : Self.world(isOwn: isOwn, &dice, domains)
    else { return nil }
    var more = estate
    var growths: Set<Growth> = []
    for _ in 0..<dice.pick([1, 1, 1, 2, 3]) {
      let growth = dice.pick(Growth.allCases)
      // A neighbour of our servers in another network is none any more.
      if estate.name.contains("beside"), growth == .networks || !isOwn { continue }
      more = more.growing(growth, stream, &dice, domains)
      growths.insert(growth)
    }
    guard more.batches.count > estate.batches.count else { return nil }
    (less, self.more, self.stream) = (estate, more, stream)
    self.growths = Growth.allCases.filter(growths.contains)
  }

  private static func plain(isOwn: Bool, _ dice: inout Dice) -> (Estate, Int)? {
    let kind = dice.pick(isOwn ? PlainEstate.Kind.allCases : PlainEstate.Kind.open)
    let plain = PlainEstate(kind, isOwn: isOwn, seed: dice.next() % 1_000_000)
    return (plain.estate(), PlainEstate.stream)
  }

  /// A stream of a world that fails, of its own or of strangers.
  private static func world(
    isOwn: Bool, _ dice: inout Dice, _ domains: any OrganizationalDomains
  ) -> (Estate, Int)? {
    let estate = dice.pick(World.all.filter { !isOwn || $0.group == .losing })
      .estate(seed: dice.next() % 1_000_000)
    let streams = estate.streams.indices.filter { index in
      estate.streams[index].kind == (isOwn ? .legitimate : .spoofed)
        && !estate.failing(of: index, domains).isEmpty
    }
    guard !streams.isEmpty else { return nil }
    let stream = dice.pick(streams)
    return Self.crowds.contains(estate.streams[stream].name)
      ? apart(stream, of: estate, &dice, domains) : (estate, stream)
  }

  /// Streams of which each machine or organization is a stranger of its own.
  private static let crowds: Set = ["noise", "tenants", "customers"]

  /// The same estate with one stranger of a crowd as a stream.
  private static func apart(
    _ crowd: Int, of estate: Estate, _ dice: inout Dice, _ domains: any OrganizationalDomains
  ) -> (Estate, Int) {
    var estate = estate
    let one = dice.pick(estate.failing(of: crowd, domains))
    let organizations = one.look.organizations(domains)
    let stream = estate.addStream("one of \(estate.streams[crowd].name)", .spoofed)
    for (index, batch) in estate.batches.enumerated() where batch.stream == crowd {
      let isSame =
        organizations.isEmpty
        ? batch.address == one.address : batch.look.organizations(domains) == organizations
      if isSame { estate.batches[index].stream = stream }
    }
    return (estate, stream)
  }

  /// What the stream is in both estates, for somebody who looks for the reason.
  func text(_ domains: any OrganizationalDomains) -> String {
    func size(_ estate: Estate) -> String {
      let mail = estate.failing(of: stream, domains)
      let networks = Set(
        mail.map { $0.address.prefix { $0 != ":" }.split(separator: ".").prefix(3) })
      let days = Set(mail.map(\.day)).sorted()
      return "\(mail.map(\.messages).reduce(0, +)) messages, \(days.count) days "
        + "\(days.first ?? 0)...\(days.last ?? 0), \(Set(mail.map(\.address)).count) addresses, "
        + "\(networks.count) networks"
    }
    return "\(less.name) (\(less.seed)), \(less.streams[stream].name): \(size(less))"
      + " + \(growths.map(\.rawValue)): \(size(more))"
  }
}
