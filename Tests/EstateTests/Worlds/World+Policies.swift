import Analysis
import DMARC

/// Policies that receivers repeat in part only, and places on the ladder.
extension World {
  static let policies: [World] = [
    clean("at quarantine for long, receivers that send no pct") { site in
      site.publish(PublishedPolicy(p: .quarantine))
    },
    clean("held back by t=y for long, half of the receivers say so") { site in
      site.publish(PublishedPolicy(p: .quarantine, testing: true))
    },
    clean("held back by pct=25 for long, half of the receivers say so") { site in
      site.publish(PublishedPolicy(p: .quarantine, pct: 25))
    },
    losing("pct=25 and a service unset") { site in
      site.publish(PublishedPolicy(p: .quarantine, pct: 25))
      let stream = site.ours("unset", .sign)
      site.daily(
        stream, site.hosts(2), Looks.foreign(site.from, "desk.example"), site.size / 4 + 3)
    },
    losing("t=y at reject and a service unset") { site in
      site.publish(PublishedPolicy(p: .reject, testing: true))
      let stream = site.ours("unset", .sign)
      site.daily(
        stream, site.hosts(2), Looks.foreign(site.from, "desk.example"), site.size / 4 + 3)
    },
    clean("stepped back from reject two months ago, all set right since") { site in
      site.publish(PublishedPolicy(p: .reject))
      site.publish(PublishedPolicy(p: .none), from: -30)
    },
    clean("at reject for long, with spoof that is rejected", as: .enforced) { site in
      site.publish(PublishedPolicy(p: .reject))
      site.botnet(site.dice.int(5...100), envelope: "bot.stranger.example")
    },
    clean("at reject, subdomains held back and failing", as: .enforced) { site in
      site.publish(PublishedPolicy(p: .reject, sp: Policy.none))
      let stream = site.ours("shop", .sign)
      site.daily(
        stream, site.hosts(2), Looks.foreign("shop.\(site.from)", "shop.example"),
        site.dice.int(5...40))
    },
    losing("at reject, a service unset that is a tenth of the mail") { site in
      site.publish(PublishedPolicy(p: .reject))
      let stream = site.ours("unset", .sign)
      site.daily(
        stream, site.hosts(2), Looks.foreign(site.from, "desk.example"), site.size / 8 + 4)
    },
    clean("a subdomain set right beside the domain") { site in
      let stream = site.ours("news")
      let look = Looks.service("news.\(site.from)", "newsdesk.example", selector: "n1")
      site.daily(stream, site.hosts(2), look, site.dice.int(5...60))
    },
    waiting("a subdomain that fails beside the domain", [.ready, .fix, .ask]) { site in
      let stream = site.ours("shop", .sign)
      site.daily(
        stream, site.hosts(2), Looks.foreign("shop.\(site.from)", "shop.example"),
        site.dice.int(5...40))
    },
    waiting("at quarantine for two weeks, healthy") { site in
      site.publish(PublishedPolicy(p: .quarantine), from: site.ago(site.dice.int(5...20)))
    },
    clean("two domains of ours in one store, both healthy") { site in
      site.estate.sisters = ["sister.example"]
      let stream = site.ours("the sister's own")
      site.daily(stream, site.hosts(1), Looks.own("sister.example"), site.dice.int(5...60))
    },
  ]
}
