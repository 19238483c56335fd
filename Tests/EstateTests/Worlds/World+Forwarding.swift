import DMARC

/// Mail that others pass on, ours and strangers'.
extension World {
  static let forwarding: [World] = [
    clean("Gmail users forward spoof, SPF of gmail.com alone") { site in
      let stream = site.strangers("forwarded spoof")
      let look = Looks.unsigned(site.from, spf: .pass, envelope: "gmail.com")
      for _ in 0..<site.dice.int(8...30) {
        let host = "209.85.\(site.dice.int(128...255)).\(site.dice.int(1...254))"
        site.send(
          stream, on: site.dice.int(0...site.today), [host], look, 1,
          to: site.dice.chance(0.7) ? 1 : nil)
      }
    },
    clean("Gmail users forward our mail, most of it whole") { site in
      let stream = site.forwarders()
      for survives in [true, true, true, false] {
        for day in 0...site.today where site.dice.chance(0.5) {
          let host = "209.85.\(site.dice.int(128...255)).\(site.dice.int(1...254))"
          let look = Looks.forwarded(site.from, by: "gmail.com", survives: survives)
          site.send(stream, on: day, [host], look, site.dice.int(1...3), to: 1)
        }
      }
    },
    clean("a recipient's gateway that breaks our signature, seen by one receiver") { site in
      let stream = site.forwarders("recipient's gateway")
      let look = Looks.own(site.from, dkim: .fail, spf: site.dice.pick([.softfail, .fail]))
      let hosts = site.hosts(site.dice.int(1...2)) + site.places(site.dice.int(0...1))
      let daily = site.dice.int(1...12)
      for day in 0...site.today {
        site.send(stream, on: day, hosts, look, site.dice.int(1...daily), to: 1)
      }
    },
    clean("a large forwarder that breaks more than a twentieth of our mail") { site in
      let stream = site.forwarders("large forwarder")
      let host = site.places(1)
      let daily = site.size / 10 + 3
      let broken = Looks.forwarded(site.from, by: "forward.example", survives: false)
      site.daily(stream, host, broken, daily)
      site.daily(
        stream, host, Looks.forwarded(site.from, by: "forward.example", survives: true), daily)
    },
    clean("a large forwarder beside a domain at quarantine") { site in
      site.publish(PublishedPolicy(p: .quarantine))
      let stream = site.forwarders("large forwarder")
      let host = site.hosts(2)
      for survives in [true, true, true, true, false] {
        let look = Looks.forwarded(site.from, by: "forward.example", survives: survives)
        site.daily(stream, host, look, site.size / 12 + 2)
      }
    },
    stranger("a forwarder that keeps our envelope and breaks a part") { site in
      let stream = site.forwarders("plain forwarder")
      let host = site.places(1)
      site.daily(stream, host, Looks.forwarded(site.from, by: nil, survives: true), 6)
      site.daily(stream, host, Looks.forwarded(site.from, by: nil, survives: false), 2)
    },
    clean("former students' addresses, passed on with an envelope of the school") { site in
      let stream = site.forwarders("alumni")
      let look = Looks.forwarded(site.from, by: "alumni.school.example", survives: true)
      site.daily(stream, site.hosts(2), look, site.size / 20 + 2)
    },
    stranger("several mailing lists that change the subject") { site in
      for number in 0..<site.dice.int(1...4) {
        let stream = site.forwarders("list \(number)")
        let word = Override(type: Sent(OverrideType.mailingList), comment: nil)
        let look = Looks.forwarded(
          site.from, by: "lists\(number).example", survives: false,
          override: site.dice.chance(0.5) ? word : nil)
        for day in 0...site.today where site.dice.chance(0.4) {
          site.send(stream, on: day, site.places(1), look, site.dice.int(1...10))
        }
      }
    },
    clean("our own signed mail, replayed by strangers") { site in
      let stream = site.strangers("replay")
      let look = Looks.forwarded(site.from, by: "replay.stranger.example", survives: true)
      let first = site.dice.int(2...20)
      site.daily(
        stream, site.places(20), look, site.dice.int(20...400), days: first...(first + 3))
    },
    clean("a customer's gateway in front of one receiver, that breaks half") { site in
      let stream = site.forwarders("customer's gateway")
      let hosts = site.hosts(2)
      for day in 0...site.today {
        for survives in [true, false] {
          let look = Looks.forwarded(site.from, by: nil, survives: survives)
          site.send(stream, on: day, hosts, look, site.dice.int(1...5), to: 1)
        }
      }
    },
  ]
}
