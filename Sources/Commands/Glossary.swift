internal import ReportOutput

/// The words that answers use and not everybody knows; docs/glossary.md shows them.
enum Glossary {
  static let entries: [WordsAnswer.Entry] = [
    .init(
      "aggregate report",
      "What a receiver mails once a day to the rua address of a domain: who sent how many messages in "
        + "its name, and whether they passed (RFC 9990)."),
    .init(
      "aligned",
      "The domain that a check speaks for is that of the From line, or of the same organization. Mail "
        + "passes DMARC when SPF or DKIM passes and is aligned."),
    .init(
      "alarm", "A verdict: the policy is enforced and loses mail of yours now."),
    .init("ask", "A verdict: reports cannot tell whose some mail is, and you can."),
    .init(
      "at risk", "Legitimate mail that fails, and that the next policy would take: yours to repair."
    ),
    .init(
      "authserv-id",
      "The name your own mail server gives itself in Authentication-Results; by it the mail of a report "
        + "is known to be the reporter's (RFC 8601)."),
    .init(
      "Differ",
      "Messages for which the evidence in the report says something else than the receiver decided."
    ),
    .init(
      "disposition",
      "What the receiver did: none (delivered), quarantine (the spam folder, column Quar.), reject."
    ),
    .init(
      "DKIM", "A signature of the mail by a domain; it survives forwarding (RFC 6376)."),
    .init(
      "enforced", "A verdict: the policy is where you want it, and all is well."),
    .init(
      "established reporter",
      "One that has reported on 4 days, at least 7 days apart. Only these help a verdict forward, since "
        + "anybody can mail one report."),
    .init(
      "fix", "A verdict: mail of yours would be lost; the senders to set right are named."),
    .init(
      "forwarded",
      "Mail that somebody passed on and that fails for that reason: a mailing list, a mailbox."),
    .init(
      "gate",
      "A condition of the step to the next policy, with what is asked for and what there is."),
    .init(
      "group", "A name for some of your domains: a customer, a faculty."),
    .init(
      "legitimate", "Mail that passes, and failing mail that is yours."),
    .init(
      "override",
      "A receiver's own reason not to do what the policy says: a known forwarder, a mailing list."),
    .init(
      "parked", "A verdict: the domain sends no mail and never did, so reject is safe at once."),
    .init(
      "policy domain", "The domain whose DMARC record the receiver applied."),
    .init(
      "ready", "A verdict: the next step is safe now, and the record to publish is printed."),
    .init("Rep.", "How many reporters saw it."),
    .init(
      "rung",
      "The policy in effect: none, quarantine or reject, one less with t=y or a pct below 100."),
    .init(
      "silent", "A domain, or a reporter, that had reports before the window and none in it."),
    .init(
      "SPF",
      "Whether the address may send for the domain of the envelope; lost when mail is forwarded "
        + "(RFC 7208)."),
    .init(
      "spoofed", "Mail in your name that is nobody's of yours: what reject is for."),
    .init(
      "third party", "A service that sends for you and signs or sends as itself."),
    .init(
      "unauthenticated", "Mail that shows no name of its sender but yours."),
    .init(
      "verified",
      "A report whose mail passed DMARC for a domain of the reporter, by what your own server found."
    ),
    .init("wait", "A verdict: nothing of yours fails, and the evidence is not enough yet."),
    .init(
      "weighs", "Its failing mail counts as yours, so that the policy waits for it."),
  ]
}
