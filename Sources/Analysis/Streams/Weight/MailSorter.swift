import DMARC
import Facts

/// Sorts the mail of one policy domain after the other, with tables that they have in common.
///
/// Not safe to share between threads: its tables learn.
struct MailSorter {
  private let mail: MailOfDomains
  private let reader: MailReader
  private let decisions: Decisions
  private let siblings: Set<Int>

  init(_ mail: MailOfDomains) {
    let (facts, names) = (mail.facts, NameTable(domains: mail.domains))
    self.mail = mail
    reader = MailReader(
      facts: facts, digests: DigestTable(evidence: facts.names.evidence, names: names),
      established: mail.relied)
    decisions = Decisions(facts.decisions)
    siblings = Set(
      mail.established.compactMap { key in
        facts.names.domains[key.domain].flatMap { names.organization(of: names.number(of: $0)) }
      })
  }

  /// The mail of a policy domain; none of one that is not in the window.
  func sorted(_ policyDomain: Int) -> SortedMail {
    SortedMail(
      reader.mail(in: mail.traffic(of: policyDomain)), decisions: decisions, siblings: siblings,
      thresholds: mail.thresholds, window: mail.facts.window)
  }
}
