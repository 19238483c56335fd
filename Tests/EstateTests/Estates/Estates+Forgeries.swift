import Analysis
import DMARC
import TestSupport

extension Estates {
  /// What one made-up report may say.
  enum Forgery: String, CaseIterable {
    case dilution = "a million passing mails"
    case passForFailing = "passes for the failing sender"
    case missingDay = "a report for a lost day"
    case olderPolicy = "the policy a month old"
    case secondReporter = "a second reporter"
    case scattering = "the failing sender from a thousand networks"
    case bursting = "a million mails of the failing sender in a day"
    case selector = "the failing signature as one of our own servers"
    case strangersNearby = "strangers beside our servers"
    case forwardedAll = "everything forwarded"
  }

  /// The same estate with one report made up, from a reporter never seen.
  static func forge(_ forgery: Forgery, in estate: Estate, seed: UInt64) -> Estate {
    var dice = Dice(seed: seed)
    var estate = estate
    let from = estate.domain
    let failing = estate.batches.filter { batch in
      estate.streams[batch.stream].kind == .legitimate && batch.look.isBroken
    }
    let own = estate.batches.first?.address ?? "192.0.2.1"
    let model = failing.first?.look ?? Looks.own(from)
    let host = failing.first?.address ?? own
    let day = failing.first?.day ?? 10
    var batches: [Batch] = []
    func claim(_ address: String, _ look: Look, _ messages: Int) {
      batches.append(Batch(stream: 0, day: day, address: address, look: look, messages: messages))
    }
    switch forgery {
    case .dilution: claim(own, Looks.own(from), 1_000_000)
    case .passForFailing:
      claim(host, model.mended, 1_000_000)
    case .missingDay, .olderPolicy, .secondReporter: claim(own, Looks.own(from), 500)
    case .scattering:
      for _ in 0..<1000 { claim(dice.address(), model, 50) }
    case .bursting: claim(host, model, 1_000_000)
    case .selector:
      claim(own, model.signed(at: from), 100_000)
    case .strangersNearby:
      let prefix = own.split(separator: ".").prefix(3).joined(separator: ".")
      for last in 100..<200 {
        claim("\(prefix).\(last)", Looks.unsigned(from, spf: .softfail), 100)
      }
    case .forwardedAll:
      var look = model
      look.overrides = [Override(type: Sent(OverrideType.forwarded), comment: nil)]
      claim(host, look, 100_000)
    }
    let policy = PublishedPolicy(p: forgery == .olderPolicy ? .quarantine : .none)
    let lost = estate.lostDays.min() ?? day
    let dated = forgery == .olderPolicy ? 0 : forgery == .missingDay ? lost : day
    estate.group = .forged
    estate.allowed.formUnion([.fix, .wait, .alarm, .ask])
    estate.forged = [
      ForgedReport(reporter: "forger.example", day: dated, policy: policy, batches: batches)
    ]
    estate.name += ", forged: \(forgery.rawValue)"
    return estate
  }
}

extension Look {
  /// Whether nothing in it is aligned with example.com.
  var isBroken: Bool {
    let dkim = signatures.contains { $0.result == .pass && $0.domain.hasSuffix(from) }
    return !dkim && !(spf == .pass && spfDomain.hasSuffix(from))
  }

  /// The same sender, all set right.
  var mended: Look {
    var look = self
    look.signatures = signatures.map {
      .init(domain: $0.domain, selector: $0.selector, result: .pass)
    }
    if !signatures.contains(where: { $0.domain == from }) {
      look.signatures.append(.init(domain: from, selector: "new", result: .pass))
    }
    return look
  }

  /// Its signature passing at an address our SPF record names.
  func signed(at domain: String) -> Look {
    Look(
      from: domain,
      signatures: signatures.filter { $0.domain == domain }
        .map { .init(domain: $0.domain, selector: $0.selector, result: .pass) }, spfDomain: domain,
      spf: .pass)
  }
}
