import DMARC

/// Services that send for the domain and are not set up for it.
extension World {
  static let services: [World] = [
    losing("a known service whose failing signature bears our servers' selector") { site in
      let stream = site.ours("selector collision", .sign, .publishKey)
      let look = Looks.service(
        site.from, site.dice.pick(["sendgrid.net", "mcsv.net", "mailgun.org"]),
        selector: "s2026", own: .fail)
      site.daily(stream, site.hosts(site.dice.int(1...3)), look, site.dice.int(3...40))
    },
    losing("an unknown service whose failing signature bears our servers' selector") { site in
      let stream = site.ours("selector collision", .sign, .publishKey)
      let look = Looks.service(site.from, "desk.example", selector: "s2026", own: .fail)
      site.daily(stream, site.hosts(site.dice.int(1...3)), look, site.dice.int(5...40))
    },
    losing("a run of signed mails on one day, from one address") { site in
      let stream = site.ours("run", .sign)
      let look = Looks.foreign(site.from, "payroll.example")
      let day = site.dice.int(site.ago(26)...site.ago(3))
      site.send(stream, on: day, site.places(1), look, site.dice.int(20...400))
    },
    losing("a run of signed mails on one day, from a pool") { site in
      let stream = site.ours("run", .sign)
      let look = Looks.foreign(site.from, "tickets.example")
      let day = site.dice.int(site.ago(26)...site.ago(3))
      site.send(stream, on: day, site.places(site.dice.int(3...8)), look, site.dice.int(60...400))
    },
    losing("a weekly letter by a known service") { site in
      let stream = site.ours("weekly letter", .sign)
      let look = Looks.foreign(site.from, site.dice.pick(["sendgrid.net", "mailjet.com"]))
      let hosts = site.hosts(site.dice.int(1...6))
      for day in stride(from: site.ago(site.dice.int(24...30)), through: site.today, by: 7) {
        site.send(stream, on: day, hosts, look, site.dice.int(20...300))
      }
    },
    losing("a known service for two uses, one of them unset") { site in
      let hosts = site.hosts(4)
      let good = site.ours("its newsletters")
      site.daily(good, hosts, Looks.service(site.from, "mailjet.com", selector: "mj"), 50)
      let bad = site.ours("its invoices", .sign)
      site.daily(bad, hosts, Looks.foreign(site.from, "mailjet.com"), site.dice.int(2...9))
    },
    losing("a service that bounces to itself and signs with a key never published") { site in
      let stream = site.ours("key never published", .publishKey)
      let look = Looks.service(site.from, "learn.example", selector: "lm", own: .permerror)
      site.daily(stream, site.hosts(2), look, site.dice.int(3...30))
    },
    losing("three services unset, a few mails each") { site in
      for name in ["rota.example", "survey.example", "visitor.example"] {
        let stream = site.ours(name, .sign)
        let look = Looks.foreign(site.from, name)
        site.daily(stream, site.places(1), look, site.dice.int(1...4))
      }
    },
    losing("an unknown service that signs for itself, all month") { site in
      let stream = site.ours("unset", .sign)
      let look = Looks.foreign(site.from, "promo.example")
      site.daily(stream, site.places(1), look, site.dice.int(5...40))
    },
    losing("an unknown service on a pool, all month") { site in
      let stream = site.ours("unset", .sign)
      let look = Looks.foreign(site.from, "promo.example")
      site.pooled(stream, site.places(site.dice.int(6...40)), look, site.dice.int(10...60), at: 5)
    },
    clean("a busy service set right, on a pool of forty addresses") { site in
      let stream = site.ours("busy service")
      let pool = (0..<4).flatMap { _ in site.hosts(10) }
      let look = Looks.service(site.from, "events.example", selector: "ev")
      site.pooled(stream, pool, look, site.size, at: 10)
    },
    clean("a service that passes by SPF alone, set right") { site in
      let stream = site.ours("by SPF alone")
      let look = Looks.unsigned(site.from, spf: .pass, envelope: "bounce.\(site.from)")
      site.daily(stream, site.hosts(2), look, site.size / 20 + 1)
    },
  ]

  /// Platforms with many tenants.
  static let platforms: [World] = [
    clean("mails of other tenants of Microsoft 365") { site in
      let stream = site.strangers("tenants")
      for number in 0..<site.dice.int(4...14) {
        let look = signed(
          site.from, by: "tenant\(number)x.onmicrosoft.com", spf: .pass,
          envelope: "tenant\(number)x.onmicrosoft.com")
        for _ in 0..<site.dice.int(1...2) {
          let host = "40.107.\(site.dice.int(1...200)).\(site.dice.int(1...99))"
          site.send(stream, on: site.dice.int(0...site.today), [host], look, 1)
        }
      }
    },
    clean("mails of other customers of Google Workspace") { site in
      let stream = site.strangers("tenants")
      for number in 0..<site.dice.int(4...14) {
        let name = "shop\(number)-example.20230601.gappssmtp.com"
        let look = signed(site.from, by: name, spf: .pass, envelope: "shop\(number).example")
        for _ in 0..<site.dice.int(1...2) {
          let host = "209.85.\(site.dice.int(128...255)).\(site.dice.int(1...99))"
          site.send(stream, on: site.dice.int(0...site.today), [host], look, 1)
        }
      }
    },
    losing("our own tenant of Microsoft 365 with its default signature") { site in
      let stream = site.ours("our tenant", .sign)
      let look = signed(
        site.from, by: "acmegroup.onmicrosoft.com", spf: .softfail, envelope: site.from)
      let hosts = (0..<6).map { _ in "40.107.\(site.dice.int(1...200)).\(site.dice.int(1...99))" }
      site.pooled(stream, hosts, look, site.dice.int(5...40), at: 3)
    },
    losing("our own Google Workspace with its default signature") { site in
      let stream = site.ours("our workspace", .sign)
      let look = signed(
        site.from, by: "example-com.20230601.gappssmtp.com", spf: .softfail, envelope: site.from)
      let hosts = (0..<6).map { _ in "209.85.\(site.dice.int(128...255)).\(site.dice.int(1...99))" }
      site.pooled(stream, hosts, look, site.dice.int(5...40), at: 3)
    },
    losing("our own tenant among many others") { site in
      let others = site.strangers("tenants")
      for number in 0..<8 {
        let name = "tenant\(number)y.onmicrosoft.com"
        let host = "40.107.\(site.dice.int(1...200)).\(site.dice.int(1...99))"
        let look = signed(site.from, by: name, spf: .pass, envelope: name)
        site.send(others, on: site.dice.int(0...site.today), [host], look, 2)
      }
      let stream = site.ours("our tenant", .sign)
      let look = signed(
        site.from, by: "acmegroup.onmicrosoft.com", spf: .softfail, envelope: site.from)
      let hosts = (0..<6).map { _ in "40.107.\(site.dice.int(1...200)).\(site.dice.int(1...99))" }
      site.pooled(stream, hosts, look, site.dice.int(5...20), at: 3)
    },
    clean("one-off mails through a known service, of other customers") { site in
      let stream = site.strangers("customers")
      for _ in 0..<site.dice.int(3...9) {
        site.send(
          stream, on: site.dice.int(0...site.today), site.places(1),
          Looks.foreign(site.from, "sendgrid.net"), 1)
      }
    },
  ]
}
