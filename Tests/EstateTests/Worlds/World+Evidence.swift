import Analysis

/// Evidence that is thin, uneven or missing.
extension World {
  static let evidence: [World] = [
    waiting("the large receivers' reports are lost, a small one's go on", [.wait, .fix]) { site in
      site.lengthen(to: 90)
      site.estate.receivers = Array(Receiver.usual.prefix(2))
      site.estate.receivers += [Receiver(name: "small.example", weight: 1, isModern: true)]
      let silent = Set(site.ago(site.dice.int(20...40))...site.today)
      for index in 0...1 { site.estate.receivers[index].silentDays = silent }
      site.estate.receivers[2].nullDays = Set(0...site.today)
      site.estate.batches = site.estate.batches.map {
        var batch = $0
        batch.receiver = $0.messages % 2
        return batch
      }
      let stream = site.ours("unset", .sign)
      site.daily(stream, site.hosts(2), Looks.foreign(site.from, "desk.example"), 6)
    },
    waiting("mail paused: it passed until forty days ago, spoof goes on") { site in
      site.lengthen(to: 80)
      let last = site.ago(site.dice.int(32...45))
      site.estate.batches.removeAll { $0.day >= last }
      site.botnet(site.dice.int(4...20), envelope: "bot.stranger.example")
    },
    waiting("nothing but five reports without records by one receiver") { site in
      site.clear()
      site.estate.receivers = [Receiver(name: "small.example", weight: 1)]
      site.estate.receivers[0].nullDays = Set(stride(from: 1, through: site.today, by: 6))
    },
    clean("parked for long, with spoof of all kinds", as: .parked) { site in
      site.lengthen(to: 90)
      site.clear()
      site.botnet(site.dice.int(4...40), envelope: "bot.stranger.example")
      for index in site.estate.receivers.indices {
        site.estate.receivers[index].nullDays = Set(0...site.today)
      }
    },
    clean("parked for a month, spoof every few days", as: .parked) { site in
      site.clear()
      for day in stride(from: 0, through: site.today, by: 2) {
        site.botnet(site.dice.int(3...30), days: day...day, envelope: "bot.stranger.example")
      }
    },
    waiting("a receiver goes by another name since some days", [.ready, .wait]) { site in
      site.estate.receivers = Array(Receiver.usual.prefix(4))
      let index = site.dice.int(0...1)
      site.estate.receivers[index].renamed = (site.ago(site.dice.int(3...15)), "renamed.example")
    },
    clean("eight mails a weekday, hardly one on weekends") { site in
      quiet(&site, daily: 8, weekend: 0.2)
    },
    clean("a firm that mails on weekdays only") { site in
      quiet(&site, daily: site.dice.int(10...100), weekend: 0)
    },
    clean("one receiver with nearly all the mail") { site in
      site.estate.receivers = [
        Receiver(name: "google.com", weight: 90), Receiver(name: "Yahoo", weight: 10),
      ]
    },
    waiting("forty mails in a month") { site in
      quiet(&site, daily: 0, weekend: 0)
      for day in stride(from: 0, through: site.today, by: 3) {
        site.send(0, on: day, [site.servers[0]], Looks.own(site.from), site.dice.int(2...5))
      }
    },
    waiting("five days of reports only") { site in
      site.estate.lostDays = Set(0..<site.ago(5))
    },
    waiting("reports for five days only, and a service unset", [.wait, .fix, .ask]) { site in
      site.estate.lostDays = Set(0..<site.ago(5))
      let stream = site.ours("unset", .sign)
      site.daily(stream, site.hosts(2), Looks.foreign(site.from, "desk.example"), site.size)
    },
    clean("a season's mail: three times as much since two weeks") { site in
      let stream = site.ours("season")
      site.daily(
        stream, site.servers, Looks.own(site.from), site.size * 2, days: site.ago(14)...site.today)
    },
    clean("a quiet small domain, five mails a day") { site in
      quiet(&site, daily: 7, weekend: 0.6)
    },
    waiting("all reporters silent for ten days") { site in
      site.estate.lostDays = Set(site.ago(10)...site.today)
    },
  ]

  private static func quiet(_ site: inout Site, daily: Int, weekend: Double) {
    site.clear()
    site.estate.receivers = Array(Receiver.usual.prefix(2))
    let stream = site.ours("own mail")
    site.daily(stream, [site.servers[0]], Looks.own(site.from), daily, weekend: weekend)
  }
}
