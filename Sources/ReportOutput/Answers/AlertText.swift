internal import Analysis
internal import DMARC

/// An alert in a sentence, without the domain it is about.
struct AlertText {
  private let alert: Alert

  init(_ alert: Alert) { self.alert = alert }

  /// The sentence, as people read it in a terminal and in a mail.
  var sentence: String { alert.isOver ? "Over: \(over)" : news }

  private var news: String {
    switch alert.matter {
    case .newSender(let sender):
      "a new sender, \(label(sender)): \(figures(sender)), and its mail passes."
    case .senderFails(let sender, let isNew):
      "\(isNew ? "a new sender, " : "")\(label(sender)): \(failure(sender)); \(figures(sender))."
    case .riskRose(let usual, let now):
      "\(Human.share(now)) of your mail was at risk in the last complete days; \(Human.share(usual)) "
        + "is usual."
    case .verdict(let from, let to):
      "the verdict is \(to.rawValue); it was \(from.rawValue)."
    case .policy(let from, let to):
      "reports show \(tags(to)); it was \(tags(from))"
        + "\(to.isWeaker(than: from) ? ", which asked for more." : ".")"
    case .reporterSilent(let reporter):
      "\(Human.named(reporter)) saw much of your mail, and sends no reports any more."
    case .noReports(let since):
      since.map { "no report has come about days after \($0.text)." } ?? "no report has come."
    case .importStale(let since):
      since.map { "no import has come to its end since \(Instant.text($0)) UTC." }
        ?? "no import has come to its end yet."
    case .problems(let count):
      "\(Human.counted(Int64(count), "new problem")) in imports: dmarc-report problems lists "
        + "\(count == 1 ? "it" : "them")."
    }
  }

  private var over: String {
    switch alert.matter {
    case .newSender(let sender): "\(label(sender))."
    case .senderFails(let sender, _): "nothing of \(label(sender)) fails any more."
    case .riskRose(_, let now): "\(Human.share(now)) of your mail is at risk."
    case .verdict(_, let to): "the verdict is \(to.rawValue)."
    case .policy(_, let to): "reports show \(tags(to))."
    case .reporterSilent(let reporter):
      "\(Human.named(reporter)) is silent no more, or matters no more."
    case .noReports: "reports come again."
    case .importStale: "imports run again."
    case .problems: "no problems."
    }
  }

  private func label(_ sender: AlertSender) -> String {
    let identity = Human.named(sender.identity.text)
    return sender.name.map { "\($0), \(identity)" } ?? identity
  }

  private func failure(_ sender: AlertSender) -> String {
    let lost = Human.counted(sender.failing)
    return sender.isThirdParty
      ? "\(lost) would be lost, since they pass as somebody else" : "\(lost) would be lost"
  }

  private func figures(_ sender: AlertSender) -> String {
    "\(Human.counted(sender.messages)) on \(Human.counted(Int64(sender.days), "day"))"
  }

  private func tags(_ policy: WatchedPolicy) -> String {
    let sp = policy.sp.map { " sp=\($0.rawValue)" } ?? ""
    let held = policy.rung == policy.p ? "" : ", in effect \(policy.rung.rawValue)"
    return "p=\(policy.p.rawValue)\(sp)\(held)"
  }
}
