import DMARC
import TestSupport

/// The estates there are: a healthy one, what goes wrong in it, and what strangers do to it.
enum Estates {
  /// Own servers, services set right, forwarders that mostly leave the signature whole.
  static func healthy(_ name: String, seed: UInt64, p: Policy = .none, daily: Int? = nil)
    -> (estate: Estate, dice: Dice)
  {
    var dice = Dice(seed: seed)
    var estate = Estate(name: name, seed: seed)
    estate.policies = [(-400, PublishedPolicy(p: p))]
    let size = daily ?? dice.size(40...3000)
    let prefix = dice.prefix()
    let servers = (0..<dice.int(1...4)).map { "\(prefix).\(10 + $0)" }
    let own = estate.addStream("own servers", .legitimate)
    let from = estate.domain
    estate.sendDaily(own, from: servers, Looks.own(from), daily: size, &dice)
    estate.sendDaily(
      own, from: servers, Looks.own(from, dkim: .fail), daily: size / 200, &dice)
    estate.sendDaily(
      own, from: servers, Looks.own(from, spf: .temperror), daily: size / 300, &dice)
    addServices(to: &estate, size, &dice)
    addForwarders(to: &estate, size, &dice)
    return (estate, dice)
  }

  private static func addServices(to estate: inout Estate, _ size: Int, _ dice: inout Dice) {
    let services = ["sendgrid.net", "amazonses.com", "newsdesk.example", "crmhost.example"]
    for service in services.shuffled(using: &dice).prefix(dice.int(0...3)) {
      let stream = estate.addStream("service \(service)", .legitimate)
      let prefix = dice.prefix()
      let hosts = (0..<dice.int(1...8)).map { "\(prefix).\(20 + $0)" }
      let look = Looks.service(estate.domain, service, selector: "k-\(service.prefix(4))")
      if dice.chance(0.5) {
        estate.sendDaily(stream, from: hosts, look, daily: max(3, size / 5), &dice)
      } else {
        for day in stride(from: dice.int(0...6), to: 30, by: 7) {
          estate.send(stream, day: day, from: hosts, look, size * 2, &dice)
        }
      }
    }
  }

  private static func addForwarders(to estate: inout Estate, _ size: Int, _ dice: inout Dice) {
    for index in 0..<dice.int(0...4) {
      let stream = estate.addStream("forwarder \(index)", .forwarded)
      let host = [dice.address()]
      let srs = dice.chance(0.6) ? "forward\(index).example" : nil
      let daily = max(1, size / 100)
      estate.sendDaily(
        stream, from: host, Looks.forwarded(estate.domain, by: srs, survives: true),
        daily: daily, &dice)
      estate.sendDaily(
        stream, from: host, Looks.forwarded(estate.domain, by: srs, survives: false),
        daily: max(1, daily / 4), &dice)
    }
  }
}
