package import Analysis
internal import DMARC

/// Says in sentences what decided a stream's class and what to do about it.
///
/// Domain names in the sentences come from reports: they are escaped where they are shown.
package struct StreamWording {
  /// The policy domain.
  let domain: String

  /// Sentences about mail of a policy domain.
  package init(domain: String) {
    self.domain = domain
  }

  /// Why the stream has its class, and why it counts or not.
  package func reason(for stream: Stream) -> String {
    var parts = stream.reasons.map(sentence).sorted()
    if let rule = stream.rule.flatMap(sentence) { parts.append(rule) }
    if stream.errors > 0, stream.failing > 0 {
      parts.append("some results are errors of the check, not failures")
    }
    if stream.disputed > 0 {
      parts.append("receivers and their own evidence disagree; the less favourable counts")
    }
    return parts.joined(separator: "; ")
  }

  /// What to do about the stream; `nil` where nothing is to be done.
  package func advice(for stream: Stream) -> String? {
    let kinds = Set(stream.reasons.map(\.kind))
    let who = stream.identity.service ?? "the sender"
    let seen = stream.authenticated.sorted().prefix(3).joined(separator: ", ")
    switch stream.remedy {
    case .answer: return "say whether it is yours: source approve, block or forwarder"
    case .nothing:
      return stream.kind == .forwarded
        ? "nothing to repair: sign all mail with DKIM, and never name a forwarder in SPF" : nil
    case .publishKey:
      return "publish the DKIM key \(who) signs \(domain) with, or set it up anew; "
        + "its mail passes as \(seen) only"
    case .sign where kinds.contains(.sibling):
      return "sign it with d=\(domain); it passes as \(seen), a domain of yours, which does not "
        + "align with \(domain)"
    case .sign where kinds.contains(.subdomainPasses):
      return "sign it with d=\(domain), or publish adkim=r and aspf=r: it passes as \(seen), which "
        + "strict alignment does not accept"
    case .sign: return "ask \(who) to sign with d=\(domain); its mail passes as \(seen) only"
    case .nameInSPF:
      return "name its addresses in the SPF record and sign its mail with d=\(domain)"
    }
  }

  private func sentence(_ reason: Reason) -> String {
    let name = reason.sender ?? ""
    return switch reason.kind {
    case .passes: "receiver and evidence agree that it passes"
    case .passUnproven: "the receiver says it passes and shows no result; it counts for nothing"
    case .approved: "you decided: approve"
    case .blocked: "you decided: block"
    case .calledForwarder: "you decided: forwarder"
    case .addressSendsAligned: "the same addresses also send mail of yours that passes"
    case .subdomainPasses:
      "it passes as a subdomain of yours, which only you can, and strict alignment refuses it"
    case .besideOwnServers: "it comes from beside servers of yours that pass"
    case .sibling: "it passes as \(name), another domain of yours"
    case .keyFailsForSender: "your signature made by \(name) fails on part of it"
    case .keyFailsAtService: "\(name) signs it in your name, and that signature fails"
    case .keyNeverPasses: "it carries a signature of yours that has never passed"
    case .authenticatedAs: "it passes as \(name), not as \(domain)"
    case .claimsOurEnvelope: "its envelope names your domain and SPF does not pass"
    case .claimsOurSignature: "it carries a signature of yours that fails, and nothing that passes"
    case .receiverSaysForwarded: "receivers say that somebody passed it on"
    case .signatureBrokeOnTheWay: "it was signed by your own servers and changed on the way"
    case .signatureSurvivesOnPart: "part of it still carries your valid signature"
    case .mailboxForwards:
      "a mailbox service passed it on: what its own users write, it signs"
    case .gatewayOfOneReceiver:
      "your own servers signed it, and only one receiver sees it broken: a gateway of its own"
    case .passesOnMuch: "it passes on a good part of your mail"
    case .temporaryErrors: "the check ran into temporary errors, as when DNS does not answer"
    case .nothingPasses: "nothing passes for anybody"
    }
  }

  private func sentence(_ rule: Rule) -> String? {
    switch rule {
    case .proof, .passedOn: nil
    case .passedBefore(let until, let since):
      "it passed until \(until.text) and has failed since \(since.text)"
    case .steady(let days): "a known service that was set up for your domain, on \(Self.days(days))"
    case .withAligned: "it comes when mail of the same sender passes"
    case .keepsWeek(let days):
      "it comes on \(Self.days(days)), less on weekends, as your mail does"
    case .namedAlike: "its account there has the name of your domain"
    case .besideServers(let days): "it came on \(Self.days(days))"
    case .comesBack(let days): "it came back, on \(Self.days(days))"
    case .goesOn(let days): "it began lately and goes on, on \(Self.days(days)) so far"
    case .fewRuns(let days, _):
      days == 1 ? "it came on one day" : "it came on \(Self.days(days))"
    case .passesOn(let share): "\(Human.share(share)) of what it passes on breaks"
    case .tooLittle: "it is too little to matter"
    case .scattered(let networks):
      "it came from \(networks) networks, of which next to none came back"
    case .rotating(let organizations):
      "its addresses send as \(organizations) organizations that have nothing to do with each other"
    case .wave(let networks):
      "it came from \(Human.counted(Int64(networks), "network")) and did not come back: this is "
        + "what reject is for"
    case .unheard: "only a reporter that is not established yet tells of it"
    case .temporary(let days): "on \(Self.days(days)), and the same sender passes otherwise"
    case .repaired(let since): "it has passed since \(since.text), so it is repaired"
    }
  }

  private static func days(_ count: Int) -> String { Human.counted(Int64(count), "day") }
}
