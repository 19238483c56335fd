public import Analysis
public import DMARC
public import Facts

/// The days just past for people who do not ask: what a mail says.
public struct DigestAnswer {
  /// Domains that are told of one by one; all of them are in the table.
  public static let mostDomains = 20

  private let report: ReadinessReport
  private let names: Names
  /// By domain, what needs doing first.
  public let digests: [DomainDigest]
  /// The days it is about.
  public let period: ClosedRange<Day>

  /// The digest of the last `days` of a report made with timelines; `names` are those of its facts.
  public init(_ report: ReadinessReport, names: Names, days: Int) {
    self.report = report
    self.names = names
    let ordered = Overview(of: report).rows
    digests = ordered.compactMap { DomainDigest(of: $0, days: days) }
    period = report.asOf.advanced(by: 1 - days)...report.asOf
  }

  /// What stands above the mail: the verdict first, so that who reads no more has read it.
  public var subject: String {
    let days = "\(period.lowerBound.text) to \(period.upperBound.text)"
    guard let first = digests.first else { return "DMARC: no reports, \(days)" }
    guard digests.count > 1 else {
      let name = Human.named(first.domain.domain)
      return "DMARC of \(name): \(first.domain.verdict.rawValue), \(days)"
    }
    let counts = Overview(of: report).counts
    let verdicts = Verdict.worstFirst.compactMap { verdict in
      counts[verdict].map { "\($0) \(verdict.rawValue)" }
    }
    return "DMARC of \(digests.count) domains: \(verdicts.joined(separator: ", ")), \(days)"
  }

  /// Everything in plain text, in lines of 100 cells: commands to copy are seldom broken.
  public var text: String {
    OutputDocument(
      head: DocumentHead(schema: "dmarc-report/digest", version: 1), sections: sections
    )
    .text(as: .table, style: TextStyle(width: 100))
  }

  /// One of the domains in words.
  public func text(of digest: DomainDigest) -> DigestText { DigestText(digest, period, names) }

  private var sections: [Section] {
    guard !digests.isEmpty else {
      return [.paragraph("No report about a domain of yours is stored.")]
    }
    let more = digests.count - Self.mostDomains
    return (digests.count > 1 ? overview : [])
      + digests.prefix(Self.mostDomains).flatMap { text(of: $0).sections }
      + (more > 0
        ? [.paragraph("\(Human.counted(Int64(more), "more domain")): dmarc-report readiness.")]
        : [])
  }

  private var overview: [Section] {
    [
      .heading("All domains"),
      .table(
        TableData(
          digests,
          columns: [
            .text("domain", "Domain") { $0.domain.domain },
            .text("verdict", "Verdict") { $0.domain.verdict.rawValue },
            .messages("messages", "Messages") { $0.counts.messages },
            .messages("at_risk", "At risk") { $0.counts[.atRisk] },
            .messages("in_question", "In question") { $0.counts[.inQuestion] },
            .messages("spoofed", "Spoofed") { $0.counts[.spoofed] },
          ])),
    ]
  }
}
