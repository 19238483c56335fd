import DMARC

/// Mail that a domain's people send past its servers: nothing authenticates it.
extension World {
  static let offices: [World] = [
    losing("branch offices, our envelope, each in a network of its own") { site in
      let stream = site.ours("branches", .nameInSPF, .sign)
      let look = Looks.unsigned(site.from, spf: site.dice.pick([.softfail, .fail]))
      for office in site.places(site.dice.int(1...6)) {
        site.daily(stream, [office], look, site.dice.int(1...5))
      }
    },
    losing("branch offices on weekdays only") { site in
      let stream = site.ours("branches", .nameInSPF, .sign)
      let look = Looks.unsigned(site.from, spf: .softfail)
      for office in site.places(site.dice.int(2...6)) {
        site.daily(stream, [office], look, site.dice.int(2...6), weekend: 0)
      }
    },
    losing("branch offices, under a botnet that sends alike") { site in
      let stream = site.ours("branches", .nameInSPF, .sign)
      let look = Looks.unsigned(site.from, spf: .fail)
      for office in site.places(site.dice.int(2...4)) {
        site.daily(stream, [office], look, site.dice.int(2...6))
      }
      site.botnet(site.dice.int(10...200))
    },
    losing("devices in the office, away from the servers") { site in
      let stream = site.ours("devices", .nameInSPF, .sign)
      let devices = site.hosts(site.dice.int(2...8))
      let look = Looks.unsigned(site.from, spf: .softfail)
      site.daily(stream, devices, look, devices.count * 2, weekend: 0.1)
    },
    losing("devices in the office, under a botnet") { site in
      let stream = site.ours("devices", .nameInSPF, .sign)
      let devices = site.hosts(site.dice.int(2...8))
      let look = Looks.unsigned(site.from, spf: .softfail)
      site.daily(stream, devices, look, devices.count * 2, weekend: 0.1)
      site.botnet(site.dice.int(10...300), days: site.ago(site.dice.int(5...20))...site.today)
    },
    losing("a software service's pool with our envelope") { site in
      let stream = site.ours("software service", .nameInSPF, .sign)
      let pool = (0..<site.dice.int(3...8)).flatMap { _ in site.hosts(6) }
      site.pooled(
        stream, pool, Looks.unsigned(site.from, spf: .softfail), site.dice.int(5...40),
        at: site.dice.int(3...10))
    },
    losing("a software service's pool with our envelope, under a botnet") { site in
      let stream = site.ours("software service", .nameInSPF, .sign)
      let pool = (0..<site.dice.int(3...8)).flatMap { _ in site.hosts(6) }
      site.pooled(
        stream, pool, Looks.unsigned(site.from, spf: .softfail), site.dice.int(10...40), at: 6)
      site.botnet(site.dice.int(20...200))
    },
    losing("a web host's forms, envelope of the host") { site in
      let stream = site.ours("web forms", .sign)
      let look = Looks.foreign(site.from, "webhost.example", dkim: false)
      site.daily(stream, site.places(1), look, site.dice.int(2...15))
    },
    losing("home workers, a few mails of each line") { site in
      let stream = site.ours("home workers", .nameInSPF, .sign)
      let homes = site.places(site.dice.int(8...25))
      let look = Looks.unsigned(site.from, spf: .softfail)
      site.pooled(stream, homes, look, site.dice.int(5...20), at: 6, weekend: 0.2)
    },
  ]
}
