import DMARC

/// What strangers send: mostly unauthenticated, here and there like a sender of ours.
extension World {
  static let strangers: [World] = [
    stranger("machines of strangers with our envelope, each all month") { site in
      let stream = site.strangers()
      let look = Looks.unsigned(site.from, spf: site.dice.pick([.softfail, .fail]))
      for host in site.places(site.dice.int(1...6)) {
        site.daily(stream, [host], look, site.dice.int(1...5), weekend: 1)
      }
    },
    stranger("a rented machine that signs for itself, all month") { site in
      let look = Looks.foreign(site.from, "promo.stranger.example")
      site.daily(site.strangers(), site.places(1), look, site.dice.int(5...40), weekend: 1)
    },
    stranger("a stranger's run of signed mails on one day") { site in
      let look = Looks.foreign(site.from, "evil.example")
      site.send(
        site.strangers(), on: site.dice.int(site.ago(26)...site.ago(3)), site.places(1), look,
        site.dice.int(20...400))
    },
    stranger("a stranger's new service that signs, going on") { site in
      let first = site.ago(site.dice.int(4...14))
      let look = Looks.foreign(site.from, "evil.example")
      site.daily(
        site.strangers(), site.places(1), look, site.dice.int(6...40), days: first...site.today,
        weekend: 1)
    },
    stranger("another customer of a known service, every week") { site in
      let stream = site.strangers()
      let hosts = site.hosts(3)
      for day in stride(from: site.ago(28), through: site.today, by: 7) {
        site.send(
          stream, on: day, hosts, Looks.foreign(site.from, "mailgun.org"), site.dice.int(20...100))
      }
    },
    stranger("the same bots all month, our envelope") { site in
      let bots = site.places(site.dice.int(10...40))
      let look = Looks.unsigned(site.from, spf: .fail)
      site.pooled(
        site.strangers(), bots, look, site.dice.int(10...80), at: site.dice.int(5...30),
        weekend: 1)
    },
    clean("a botnet all month, other machines every day, our envelope") { site in
      site.botnet(site.dice.int(5...300))
    },
    clean("a botnet all month, envelopes of strangers") { site in
      site.botnet(site.dice.int(5...300), envelope: "bot.stranger.example")
    },
    clean("a botnet for some days, a hundred times our mail") { site in
      let first = site.dice.int(0...(site.today - 4))
      site.botnet(site.size * 30, days: first...(first + 3))
    },
    clean("ten mails of one stranger beside our servers, on one day") { site in
      let look = Looks.unsigned(site.from, spf: .softfail)
      site.send(
        site.strangers(), on: site.dice.int(0...site.today),
        ["\(site.network).\(site.dice.int(60...250))"], look, site.dice.int(2...15))
    },
    clean("invented subdomains all month") { site in
      let stream = site.strangers()
      for day in 0...site.today {
        for host in site.places(site.dice.int(1...3)) {
          let look = Looks.unsigned("x\(site.dice.int(1...9999)).\(site.from)", spf: .none)
          site.send(stream, on: day, [host], look, site.dice.int(1...5))
        }
      }
    },
    stranger("a few rented machines with envelopes of their own, nothing passing") { site in
      let look = Looks.unsigned(site.from, spf: .none, envelope: "vps.stranger.example")
      let hosts = site.places(site.dice.int(1...4))
      site.daily(site.strangers(), hosts, look, site.dice.int(5...60), weekend: 1)
    },
    clean("bots that invent signatures of ours") { site in
      let stream = site.strangers()
      for day in 0...site.today {
        let selector = site.dice.pick(["s2026", "default", "k\(day)"])
        let look = Looks.own(site.from, dkim: .fail, spf: .fail, selector: selector)
        site.send(stream, on: day, site.places(5), look, site.dice.int(5...30))
      }
    },
    clean("spoof aimed at one receiver's users, for two weeks") { site in
      let stream = site.strangers()
      let first = site.dice.int(0...(site.today - 14))
      for day in first...(first + 13) {
        let look = Looks.unsigned(site.from, spf: .fail, envelope: "x.stranger.example")
        site.send(stream, on: day, site.places(2), look, site.dice.int(2...10), to: 1)
      }
    },
    clean("one mail each of many domains that authenticate") { site in
      let stream = site.strangers()
      for number in 0..<site.dice.int(10...40) {
        let look = Looks.foreign(site.from, "evil\(number).example")
        site.send(stream, on: site.dice.int(0...site.today), site.places(1), look, 1)
      }
    },
  ]
}
