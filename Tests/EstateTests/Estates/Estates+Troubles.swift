import Analysis
import DMARC
import TestSupport

extension Estates {
  /// What can be wrong with legitimate mail.
  enum Trouble: String, CaseIterable {
    case forgottenServer = "own server not in SPF and unsigned"
    case forgottenServerHardFail = "own server outside a -all record"
    case brokenShare = "own server that fails on a tenth"
    case appBesideServers = "printer beside the servers"
    case badKeyOnServer = "application on the mail server that signs with a key nobody can find"
    case appOnServer = "application on the mail server with an envelope of its own"
    case serviceUnset = "unknown service that signs for itself"
    case serviceUnsetScattered = "unknown service on several networks"
    case knownServiceUnset = "known service that signs for itself"
    case serviceHalf = "service that signs for us now and then"
    case serviceKeyMissing = "service whose key is not published"
    case invoices = "invoices through the service whose newsletters are right"
    case payrollTwice = "payroll, fifty mails on two days"
    case payrollOnce = "payroll, fifty mails on one day"
    case payrollUnauthenticated = "payroll from a bare machine, two days"
    case weekly = "weekly letter that fails"
    case billing = "billing on three days a month"
    case newService = "service that began ten days ago"
    case spfOnlyService = "service that passes SPF for itself only"
    case manyAppliances = "twelve machines beside the servers, a few mails each"
    case lyingReporter = "a reporter that claims passes its evidence denies"
    case payrollScattered = "payroll on two days from four networks"
    case payrollAdjacent = "payroll on two days in a row, signed only"
    case monthlyLetter = "monthly letter of a service whose other mail is right, a third fails"
    case sharedPool = "unknown service on forty addresses of a pool"
    case flatServer = "forgotten server that mails alike every day"
    case twoForgotten = "two forgotten servers in two networks"
    case keyNeverPublished = "service with our signature under a key never published"
    case sisterDomain = "own server that signs and bounces as a subdomain nobody aligned, strict"
    case oneReporterOnly = "failing service that only a small reporter sees"
  }

  /// A healthy estate with one thing wrong: enforcing loses legitimate mail.
  static func troubled(_ trouble: Trouble, seed: UInt64, p: Policy = .none) -> Estate {
    var (estate, dice) = healthy(trouble.rawValue, seed: seed, p: p)
    add(trouble, to: &estate, &dice)
    estate.group = .losing
    estate.allowed = [.fix, .wait, .alarm, .ask]
    return estate
  }

  static func add(_ trouble: Trouble, to estate: inout Estate, _ dice: inout Dice) {
    switch trouble {
    case .flatServer, .twoForgotten, .sisterDomain, .forgottenServer, .forgottenServerHardFail,
      .brokenShare, .appBesideServers, .appOnServer, .manyAppliances, .lyingReporter:
      addOwn(trouble, to: &estate, &dice)
    case .payrollScattered, .payrollAdjacent, .monthlyLetter, .payrollTwice, .payrollOnce,
      .payrollUnauthenticated, .weekly, .billing:
      addRare(trouble, to: &estate, &dice)
    default: addService(trouble, to: &estate, &dice)
    }
  }

  private static func addOwn(_ trouble: Trouble, to estate: inout Estate, _ dice: inout Dice) {
    let from = estate.domain
    // These are part of what the own servers send, not a sender of their own.
    let isPart = trouble == .brokenShare || trouble == .lyingReporter
    let stream = isPart ? 0 : estate.addStream(trouble.rawValue, .legitimate)
    let server = estate.batches.first?.address ?? "192.0.2.1"
    let prefix = server.split(separator: ".").prefix(3).joined(separator: ".")
    let volume = max(2, estate.batches.prefix(4).map(\.messages).reduce(0, +) / 8)
    switch trouble {
    case .forgottenServer:
      estate.sendDaily(
        stream, from: [dice.address()], Looks.unsigned(from, spf: .softfail),
        daily: dice.int(1...12), &dice)
    case .forgottenServerHardFail:
      estate.sendDaily(
        stream, from: [dice.address()], Looks.unsigned(from, spf: .fail),
        daily: dice.int(2...30), &dice)
    case .brokenShare:
      estate.sendDaily(
        stream, from: [server], Looks.own(from, dkim: .fail, spf: .softfail), daily: volume, &dice)
    case .appBesideServers:
      estate.sendDaily(
        stream, from: ["\(prefix).200"], Looks.unsigned(from, spf: .softfail),
        daily: dice.int(1...5), &dice, weekend: 0)
    case .appOnServer:
      estate.sendDaily(
        stream, from: [server], Looks.unsigned(from, spf: .none, envelope: "web1.internal.example"),
        daily: dice.int(1...5), &dice)
    case .badKeyOnServer:
      let look = Looks.own(from, dkim: .permerror, spf: .softfail, selector: "app")
      estate.sendDaily(stream, from: [server], look, daily: dice.int(1...5), &dice)
    case .flatServer:
      estate.sendDaily(
        stream, from: [dice.address()], Looks.unsigned(from, spf: .softfail),
        daily: dice.int(2...9), &dice, weekend: 1)
    case .twoForgotten:
      for _ in 0..<2 {
        estate.sendDaily(
          stream, from: [dice.address()],
          Looks.own(from, dkim: .fail, spf: .softfail, selector: "old"),
          daily: dice.int(2...9), &dice)
      }
    case .sisterDomain:
      estate.sendDaily(
        stream, from: [server], Looks.foreign(from, "sister.example"), daily: dice.int(2...9),
        &dice)
    case .manyAppliances:
      let machines = (0..<4).map { "\(prefix).\(100 + $0)" }
      for day in stride(from: 1, to: 30, by: 4) {
        estate.send(
          stream, day: day, from: machines, Looks.unsigned(from, spf: .softfail), 4, &dice)
      }
    default:
      var look = Looks.own(from, dkim: .fail, spf: .softfail)
      look.claims = (dkim: true, spf: false)
      estate.sendDaily(stream, from: [server], look, daily: volume, &dice)
    }
  }

  private static func addRare(_ trouble: Trouble, to estate: inout Estate, _ dice: inout Dice) {
    let from = estate.domain
    let stream = estate.addStream(trouble.rawValue, .legitimate)
    let host = [dice.address(in: dice.prefix())]
    let foreign = Looks.foreign(from, "payroll.example")
    func send(_ days: [Int], _ look: Look, _ messages: Int) {
      for day in days { estate.send(stream, day: day, from: host, look, messages, &dice) }
    }
    switch trouble {
    case .payrollTwice: send([dice.int(2...8), dice.int(16...26)], foreign, 25)
    case .payrollOnce: send([dice.int(2...26)], foreign, 50)
    case .payrollUnauthenticated:
      send([dice.int(2...8), dice.int(16...26)], Looks.unsigned(from, spf: .softfail), 25)
    case .payrollScattered:
      let hosts = (0..<4).map { _ in dice.address() }
      for day in [dice.int(2...8), dice.int(16...26)] {
        estate.send(stream, day: day, from: hosts, foreign, 28, &dice)
      }
    case .payrollAdjacent:
      let day = dice.int(2...26)
      send([day, day + 1], Looks.foreign(from, "payroll.example", spf: .softfail), 25)
    case .monthlyLetter:
      let day = dice.int(2...26)
      send([day], Looks.service(from, "letters.example", selector: "lt"), 4000)
      let bad = estate.addStream("\(trouble.rawValue), that third", .legitimate)
      estate.send(bad, day: day, from: host, Looks.foreign(from, "letters.example"), 2000, &dice)
    case .weekly:
      send(Array(stride(from: dice.int(0...6), to: 30, by: 7)), foreign, dice.int(50...3000))
    default:
      let first = dice.int(1...5)
      send([first, first + 1, first + 14], foreign, dice.int(10...60))
    }
  }

  private static func addService(_ trouble: Trouble, to estate: inout Estate, _ dice: inout Dice) {
    let from = estate.domain
    let stream = estate.addStream(trouble.rawValue, .legitimate)
    let prefix = dice.prefix()
    let hosts = (0..<dice.int(1...4)).map { "\(prefix).\(30 + $0)" }
    let daily = dice.int(2...60)
    switch trouble {
    case .serviceUnsetScattered:
      let spread = (0..<6).map { _ in dice.address(in: dice.prefix()) }
      estate.sendDaily(
        stream, from: spread, Looks.foreign(from, "helpdesk.example"), daily: daily + 8, &dice)
    case .knownServiceUnset:
      estate.sendDaily(
        stream, from: hosts, Looks.foreign(from, "mailgun.org"), daily: daily, &dice)
    case .serviceHalf:
      let good = Looks.service(from, "events.example", selector: "ev")
      estate.sendDaily(stream, from: hosts, good, daily: daily * 2, &dice)
      let bad = estate.addStream("\(trouble.rawValue), the bad part", .legitimate)
      estate.sendDaily(
        bad, from: hosts, Looks.foreign(from, "events.example"), daily: daily, &dice)
    case .serviceKeyMissing:
      let look = Looks.service(from, "mcsv.net", selector: "k9", own: .permerror)
      estate.sendDaily(stream, from: hosts, look, daily: daily, &dice)
    case .invoices:
      let good = Looks.service(from, "mailjet.com", selector: "mj")
      estate.sendDaily(stream, from: hosts, good, daily: 500, &dice)
      let bad = estate.addStream("\(trouble.rawValue), the invoices", .legitimate)
      estate.sendDaily(bad, from: hosts, Looks.foreign(from, "mailjet.com"), daily: 2, &dice)
    case .newService:
      estate.sendDaily(
        stream, from: [hosts[0]], Looks.foreign(from, "survey.example"), daily: dice.int(3...30),
        &dice, days: 20...29, weekend: 0.8)
    case .spfOnlyService:
      estate.sendDaily(
        stream, from: hosts, Looks.foreign(from, "shop.example", dkim: false), daily: daily, &dice)
    case .sharedPool:
      let pool = (0..<40).map { _ in dice.address(in: prefix) }
      estate.sendDaily(
        stream, from: pool, Looks.foreign(from, "blast.example"), daily: daily + 5, &dice)
    case .keyNeverPublished:
      let look = Looks.service(from, "learn.example", selector: "lm", own: .fail)
      estate.sendDaily(stream, from: hosts, look, daily: daily, &dice)
    case .oneReporterOnly:
      estate.sendDaily(
        stream, from: [hosts[0]], Looks.foreign(from, "rota.example"), daily: dice.int(1...2),
        &dice, weekend: 1)
    default:
      estate.sendDaily(
        stream, from: hosts, Looks.foreign(from, "tickets.example"), daily: daily, &dice)
    }
  }
}
