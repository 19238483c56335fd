import DMARC

/// What began, broke, moved or was repaired in the last days and weeks.
extension World {
  static let lately: [World] = [
    losing("one machine with our envelope, for a few days or two weeks") { site in
      let first = site.ago(site.dice.int(4...14))
      let stream = site.ours("new machine", since: first, .nameInSPF, .sign)
      let look = Looks.unsigned(site.from, spf: .softfail)
      site.daily(stream, site.places(1), look, site.dice.int(5...20), days: first...site.today)
    },
    stranger("a stranger's machine with our envelope, for a few days or two weeks") { site in
      let first = site.ago(site.dice.int(4...14))
      let look = Looks.unsigned(site.from, spf: .softfail)
      site.daily(
        site.strangers(), site.places(1), look, site.dice.int(5...20), days: first...site.today)
    },
    losing("a young service that signs for itself") { site in
      let first = site.ago(site.dice.int(4...15))
      let stream = site.ours("young service", since: first, .sign)
      let look = Looks.foreign(site.from, "survey.example")
      site.daily(stream, site.hosts(1), look, site.dice.int(6...40), days: first...site.today)
    },
    losing("a young service on a pool of addresses") { site in
      let first = site.ago(site.dice.int(5...15))
      let stream = site.ours("young service", since: first, .sign)
      let look = Looks.foreign(site.from, "survey.example")
      site.daily(
        stream, site.places(site.dice.int(2...6)), look, site.dice.int(10...60),
        days: first...site.today)
    },
    proven("a service that fell back to its own signature") { site in
      let first = site.ago(site.dice.int(4...14))
      let stream = site.ours("fell back", since: first, .sign, .publishKey)
      fallBack(&site, stream, site.hosts(site.dice.int(1...3)), first)
    },
    proven("a service on a pool that fell back to its own signature") { site in
      let first = site.ago(site.dice.int(4...14))
      let stream = site.ours("fell back", since: first, .sign, .publishKey)
      fallBack(&site, stream, site.places(site.dice.int(3...6)), first)
    },
    proven("a weekly letter whose service fell back") { site in
      let stream = site.ours("letter", since: site.ago(14), .sign, .publishKey)
      let hosts = site.hosts(3)
      let first = site.dice.int(0...6)
      for day in stride(from: site.today - first, through: 0, by: -7) {
        let good = Looks.service(site.from, "letters.example", selector: "lt")
        let look = day < site.ago(14) ? good : Looks.foreign(site.from, "letters.example")
        site.send(stream, on: day, hosts, look, site.dice.int(40...200))
      }
    },
    proven("a small sender's key gone, in a large domain") { site in
      let more = site.ours("more own mail")
      site.daily(more, site.servers, Looks.own(site.from), 800)
      let first = site.ago(site.dice.int(4...10))
      let stream = site.ours("key gone", since: first, .publishKey)
      let hosts = site.hosts(2)
      let daily = site.dice.int(5...15)
      let good = Looks.service(site.from, "crm.example", selector: "cr")
      let bad = Looks.service(site.from, "crm.example", selector: "cr", own: .permerror)
      site.daily(stream, hosts, good, daily, days: 0...(first - 1))
      site.daily(stream, hosts, bad, daily, days: first...site.today)
    },
    losing("the servers moved to addresses that SPF does not name") { site in
      let first = site.ago(site.dice.int(4...10))
      let stream = site.ours("moved", since: first, .nameInSPF, .sign)
      let look = Looks.unsigned(site.from, spf: .softfail)
      site.daily(
        stream, site.places(2), look, 2 * site.dice.pick([20, 60, 150]), days: first...site.today)
    },
    losing("all own mail moved to a new server, unsigned and unnamed") { site in
      let first = site.ago(site.dice.int(4...10))
      site.estate.batches.removeAll { $0.stream == 0 && $0.day >= first }
      site.estate.streams[0].since = first
      site.estate.streams[0].remedies = [.nameInSPF, .sign]
      let look = Looks.unsigned(site.from, spf: .softfail)
      site.daily(0, site.places(1), look, site.size + 5, days: first...site.today)
    },
    proven("a server lost its place in SPF and signs with a broken key") { site in
      let first = site.ago(site.dice.int(4...10))
      let stream = site.ours("server lost", since: first, .nameInSPF, .sign, .publishKey)
      let host = site.places(1)
      let daily = site.dice.int(6...40)
      site.daily(
        stream, host, Looks.own(site.from, selector: "b2"), daily, days: 0...(first - 1))
      site.daily(
        stream, host, Looks.own(site.from, dkim: .fail, spf: .softfail, selector: "b2"), daily,
        days: first...site.today)
    },
    over("a service repaired some days ago") { site in
      let first = site.ago(site.dice.int(6...25))
      let stream = site.ours("repaired", since: first, .nothing)
      let hosts = site.hosts(site.dice.int(1...3))
      let daily = site.dice.int(4...40)
      site.daily(
        stream, hosts, Looks.foreign(site.from, "desk.example"), daily, days: 0...(first - 1))
      site.daily(
        stream, hosts, Looks.service(site.from, "desk.example", selector: "dk"), daily,
        days: first...site.today)
    },
    over("a server repaired some days ago: SPF names it") { site in
      let first = site.ago(site.dice.int(6...25))
      let stream = site.ours("repaired", since: first, .nothing)
      let host = site.places(1)
      let daily = site.dice.int(4...40)
      site.daily(
        stream, host, Looks.unsigned(site.from, spf: .softfail), daily, days: 0...(first - 1))
      site.daily(
        stream, host, Looks.unsigned(site.from, spf: .pass), daily / 3 + 1,
        days: first...site.today)
    },
    over("a printer beside the servers, repaired some days ago") { site in
      let first = site.ago(site.dice.int(6...25))
      let stream = site.ours("repaired", since: first, .nothing)
      let host = ["\(site.network).200"]
      site.daily(
        stream, host, Looks.unsigned(site.from, spf: .softfail), 3, days: 0...(first - 1))
      site.daily(stream, host, Looks.own(site.from), 3, days: first...site.today)
    },
    over("a sender that failed and was switched off weeks ago") { site in
      let last = site.ago(site.dice.int(15...22))
      let stream = site.ours("switched off", since: site.today, .nothing)
      let look = Looks.own(site.from, dkim: .fail, spf: .softfail, selector: "s2026")
      site.daily(stream, [site.servers[0]], look, site.size / 60 + 1, days: 0...last)
    },
    over("two days of temporary errors at one receiver") { site in
      let receiver = site.dice.int(0...1)
      let first = site.ago(site.dice.int(3...20))
      site.estate.receivers[receiver].quirks = [
        Quirk(kind: .resolverFails, days: first...(first + 1))
      ]
    },
    over("a receiver's resolver that fails one day a week") { site in
      site.estate.receivers[1].quirks = stride(from: 1, through: site.today, by: 7).map {
        Quirk(kind: .resolverFails, days: $0...$0)
      }
    },
    over("signing was switched on some days ago, at quarantine") { site in
      site.publish(PublishedPolicy(p: .quarantine))
      let first = site.ago(site.dice.int(5...25))
      for index in site.estate.batches.indices
      where site.estate.batches[index].stream == 0 && site.estate.batches[index].day < first {
        site.estate.batches[index].look.signatures = []
      }
    },
    clean("too many look-ups in SPF, at one receiver") { site in
      site.estate.receivers[1].quirks = [Quirk(kind: .tooManyLookups, days: 0...site.today)]
    },
  ]

  private static func fallBack(_ site: inout Site, _ stream: Int, _ hosts: [String], _ first: Int) {
    let daily = site.dice.int(6...40)
    site.daily(
      stream, hosts, Looks.service(site.from, "desk.example", selector: "dk"), daily,
      days: 0...(first - 1))
    site.daily(
      stream, hosts, Looks.foreign(site.from, "desk.example"), daily, days: first...site.today)
  }
}
