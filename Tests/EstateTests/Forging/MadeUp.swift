import DMARC
import TestSupport

/// What somebody may write into reports about a domain, to free its next step or to hold it up.
enum MadeUp: String, CaseIterable {
  // To free it.
  case dilution = "a million passing mails of our servers"
  case passForFailing = "the failing sender passes"
  case otherServers = "passing mail of servers never seen"
  case scattering = "the failing sender from many networks"
  case bursting = "a huge day of the failing sender"
  case selector = "the failing signature as one of our own servers"
  case forwarded = "all was forwarded"
  case temporary = "temporary errors of the failing sender"
  case disputed = "results that contradict themselves"
  case stricter = "a stricter policy"
  case heldBack = "a policy held back"
  case nothing = "no record at all"
  // To hold it up.
  case service = "a new service that signs for itself"
  case knownService = "a known service"
  case services = "many new services"
  case envelope = "a machine with our envelope"
  case crowd = "many machines with our envelope"
  case seen = "strangers that others have seen, a hundred times as often"
  case ourServersFail = "our servers fail"
  case ourKeyFails = "our key fails at a service"
  case beside = "machines beside our servers"
  case subdomain = "the signature of a subdomain"
  case namedAlike = "the tenant of a platform named alike"
  case huge = "more mail than can be counted"

  /// The policy that such a report shows.
  func policy(of estate: Estate, on day: Int) -> PublishedPolicy {
    var policy = estate.policy(on: day)
    switch self {
    case .stricter: policy = PublishedPolicy(p: .reject)
    case .heldBack:
      policy.pct = 1
      policy.testing = true
    case .subdomain: policy.adkim = .strict
    default: break
    }
    return policy
  }

  /// What such a report says of a day.
  func batches(_ estate: Estate, on day: Int, _ dice: inout Dice) -> [Batch] {
    let from = estate.domain
    let failing = estate.batches.first {
      estate.streams[$0.stream].kind == .legitimate && $0.look.isBroken
    }
    let own = estate.batches.first?.address ?? "192.0.2.10"
    let model = failing?.look ?? Looks.own(from, dkim: .fail, spf: .softfail)
    let host = failing?.address ?? own
    func one(_ address: String, _ look: Look, _ messages: Int) -> Batch {
      Batch(stream: 0, day: day, address: address, look: look, messages: messages)
    }
    func many(_ count: Int, _ look: Look, _ messages: Int, _ dice: inout Dice) -> [Batch] {
      (0..<count).map { _ in one(dice.address(), look, messages) }
    }
    let claim = Looks.unsigned(from, spf: .softfail)
    switch self {
    case .dilution: return [one(own, Looks.own(from), 1_000_000)]
    case .passForFailing: return [one(host, model.mended, 1_000_000)]
    case .otherServers: return many(20, Looks.own(from), 50_000, &dice)
    case .scattering: return many(300, model, 50, &dice)
    case .bursting: return [one(host, model, 1_000_000)]
    case .selector: return [one(own, model.signed(at: from), 100_000)]
    case .forwarded:
      var look = model
      look.overrides = [Override(type: Sent(OverrideType.forwarded), comment: nil)]
      return [one(host, look, 100_000)]
    case .temporary: return [one(host, model.undecided, 100_000)]
    case .disputed:
      var look = model
      look.claims = (true, true)
      return [one(host, look, 100_000)]
    case .stricter, .heldBack: return [one(own, Looks.own(from), 100)]
    case .nothing: return []
    case .service: return [one("198.18.7.9", Looks.foreign(from, "accused.example"), 400)]
    case .knownService: return [one("198.18.7.9", Looks.foreign(from, "mailgun.org"), 400)]
    case .services:
      return (0..<30).map {
        one("198.18.8.\($0 + 1)", Looks.foreign(from, "accused\($0).example"), 100)
      }
    case .envelope: return [one("198.18.7.9", claim, 400)]
    case .crowd: return many(200, claim, 30, &dice)
    case .seen:
      return estate.batches.filter { estate.streams[$0.stream].kind == .spoofed }.prefix(60)
        .map { one($0.address, $0.look, $0.messages * 100) }
    case .ourServersFail:
      return [one(own, Looks.own(from, dkim: .fail, spf: .fail), 100_000)]
    case .ourKeyFails:
      return [one("198.18.7.9", Looks.service(from, "accused.example", own: .fail), 400)]
    case .beside:
      let network = own.split(separator: ".").dropLast().joined(separator: ".")
      return (100..<140).map { one("\(network).\($0)", claim, 100) }
    case .subdomain:
      return [
        one(
          "198.18.7.9", World.signed(from, by: "mail.\(from)", spf: .none, envelope: "x.example"),
          400)
      ]
    case .namedAlike:
      let tenant = "example-com.onmicrosoft.com"
      return [one("198.18.7.9", World.signed(from, by: tenant, spf: .none, envelope: tenant), 400)]
    case .huge:
      return (0..<3).map { one("198.18.7.\($0 + 9)", claim, Int.max / 4) }
    }
  }
}

extension Look {
  /// The same with nothing but temporary errors.
  fileprivate var undecided: Look {
    var look = self
    look.spf = .temperror
    look.signatures = signatures.map {
      .init(domain: $0.domain, selector: $0.selector, result: .temperror)
    }
    return look
  }
}

extension Estate {
  /// The same with reports of a reporter never seen before, on days next to each other.
  func forged(_ kind: MadeUp, reports: Int, days: Int, _ dice: inout Dice) -> Estate {
    var estate = self
    let last = self.days - 1 - dice.pick([0, 0, 1, 5, 12])
    for number in 0..<reports {
      let day = last - number % days
      estate.forged.append(
        ForgedReport(
          reporter: "forger.example", day: day, policy: kind.policy(of: self, on: day),
          batches: kind.batches(self, on: day, &dice)))
    }
    return estate
  }
}
