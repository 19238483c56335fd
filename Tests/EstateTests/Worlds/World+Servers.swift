import DMARC

/// Servers of its own that are not set up as they should be.
extension World {
  static let servers: [World] = [
    proven("signed as a subdomain, under strict DKIM alignment") { site in
      site.publish(PublishedPolicy(p: .none, adkim: .strict))
      let stream = site.ours("subdomain's signature", .sign)
      let look = signed(site.from, by: "mail.\(site.from)", spf: .none, envelope: "esp.example")
      site.daily(stream, site.places(1), look, site.dice.int(2...40))
    },
    proven("bounces to a subdomain, under strict SPF alignment") { site in
      site.publish(PublishedPolicy(p: .none, aspf: .strict))
      let stream = site.ours("subdomain's envelope", .sign, .nameInSPF)
      let look = Looks.unsigned(site.from, spf: .pass, envelope: "bounce.\(site.from)")
      site.daily(stream, site.places(site.dice.int(1...3)), look, site.dice.int(3...40))
    },
    clean("everything exact, under strict alignment of both") { site in
      site.publish(PublishedPolicy(p: .none, adkim: .strict, aspf: .strict))
    },
    clean("a subdomain's mail, exact, under strict alignment") { site in
      site.publish(PublishedPolicy(p: .none, adkim: .strict, aspf: .strict))
      let stream = site.ours("news")
      site.daily(stream, site.hosts(2), Looks.own("news.\(site.from)"), site.dice.int(2...30))
    },
    losing("an old server takes over on some days") { site in
      let stream = site.ours("old server", .nameInSPF, .sign)
      let host = site.places(1)
      let look = Looks.unsigned(site.from, spf: .softfail)
      for day in 0...site.today where site.dice.chance(0.3) {
        site.send(stream, on: day, host, look, site.size / 4 + 4)
      }
    },
    losing("mail leaves through a gateway that breaks the signature") { site in
      let stream = site.ours("through the gateway", .nameInSPF, .sign, .publishKey)
      let look = Looks.own(site.from, dkim: .fail, spf: .softfail)
      site.daily(stream, site.hosts(site.dice.int(1...2)), look, site.size / 2 + 5)
    },
    losing("unsigned over IPv6, which SPF does not name") { site in
      let stream = site.ours("over IPv6", .nameInSPF, .sign)
      let hosts = (0..<site.dice.int(1...3)).map { "2001:db8:\(site.dice.int(1...9)):1::\($0 + 5)" }
      for day in 0...site.today {
        site.send(
          stream, on: day, hosts, Looks.unsigned(site.from, spf: .softfail),
          site.dice.int(1...(site.size / 4 + 3)), to: 0)
      }
    },
    losing("a server that signs with a key long gone") { site in
      let stream = site.ours("old key", .publishKey, .nameInSPF, .sign)
      let look = Looks.own(site.from, dkim: .permerror, spf: .softfail, selector: "s2019")
      site.daily(stream, site.places(1), look, site.dice.int(2...20))
    },
    losing("a key too weak for the receivers, of one service") { site in
      let stream = site.ours("weak key", .publishKey, .sign)
      let look = Looks.service(site.from, "oldshop.example", selector: "w", own: .policy)
      site.daily(stream, site.hosts(2), look, site.dice.int(3...30))
    },
    losing("signed by a sister domain of ours that is in the store") { site in
      site.estate.sisters = ["sister.example"]
      let own = site.ours("the sister's own")
      site.daily(own, site.hosts(1), Looks.own("sister.example"), site.dice.int(5...30))
      let stream = site.ours("signed by the sister", .sign)
      let look = Looks.foreign(site.from, "sister.example")
      site.daily(stream, [site.servers[0]], look, site.dice.int(2...20))
    },
    losing("an application on the mail server, every few days") { site in
      let stream = site.ours("application", .sign, .nameInSPF)
      let look = Looks.unsigned(site.from, spf: .none, envelope: "app.internal.example")
      for day in stride(from: site.dice.int(0...2), through: site.today, by: 3) {
        site.send(stream, on: day, [site.servers[0]], look, site.dice.int(2...9))
      }
    },
  ]

  /// Unaligned in one way, and signed by some domain.
  static func signed(
    _ from: String, by signer: String, spf: SPFResult, envelope: String
  ) -> Look {
    Look(
      from: from, signatures: [.init(domain: signer, selector: "m1", result: .pass)],
      spfDomain: envelope, spf: spf)
  }
}
