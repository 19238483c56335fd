public import DMARC
public import Facts

/// A report of a few lines, for tests of what is made of stored reports.
public struct SampleReport: Sendable {
  /// Who reports, about which period and policy.
  public var header: ReportHeader
  /// Its records.
  public var records: [Record]
  /// What its mail shows of the reporter.
  public var standing = Standing(trust: .unverified, provesName: false)

  /// A report about one UTC day; its id is made of what it is about.
  public init(
    on day: Day, of reporter: String = "receiver.example", about domain: String = "example.com",
    p policy: Policy = .none, records: [Record]
  ) {
    let begin = Int64(day.number) * 86_400
    header = ReportHeader(
      metadata: ReportMetadata(
        organization: reporter, email: "dmarc@\(reporter)",
        reportID: "\(domain) \(day.text)", begin: begin, end: begin + 86_399),
      policy: PolicyPublished(domain: domain, p: Sent(policy)))
    self.records = records
  }

  /// The report as the parser hands it over.
  public var incoming: IncomingReport {
    IncomingReport(
      header: header, records: records.count, messages: records.map(\.count).reduce(0, +),
      leftOut: 0, deviations: [], contentDigest: digest, standing: standing,
      input: "mail of \(header.metadata.organization): \(header.metadata.reportID)", stamp: "")
  }

  /// Equal contents have equal digests, in one run of the tests.
  private var digest: UInt64 {
    var hasher = Hasher()
    hasher.combine(header)
    hasher.combine(records)
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}

extension ReportWriting {
  /// Offers a report, in batches of at most so many records.
  @discardableResult
  public func offer(_ report: SampleReport, batch: Int = 256) throws -> ImportOutcome {
    try begin(report.header, report.standing)
    var rest = report.records[...]
    while rest.count > batch {
      try append(RecordBatch(Array(rest.prefix(batch))))
      rest = rest.dropFirst(batch)
    }
    return try finish(report.incoming, last: RecordBatch(Array(rest)))
  }
}

extension MemoryStore {
  /// A store in which these reports are.
  public convenience init(_ reports: [SampleReport]) throws {
    self.init()
    try importing { session in
      for report in reports { try session.offer(report) }
      try session.commit()
    }
  }
}

extension Record {
  /// Messages of one address that pass by DKIM, or by nothing.
  public static func sample(
    _ messages: MessageCount, from source: String, of domain: String = "example.com", passes: Bool
  ) -> Record {
    Record(
      source: SourceAddress(source) ?? .unknown, count: messages,
      evaluation: Evaluation(
        disposition: Sent(Disposition.none), dkim: Sent(passes ? .pass : .fail), spf: Sent(.fail)),
      identifiers: Identifiers(headerFrom: domain),
      evidence: Evidence(
        dkim: passes ? [DKIMSignature(domain: domain, selector: "s1", result: Sent(.pass))] : [],
        spf: [SPFCheck(domain: "mailer.example", result: Sent(passes ? .pass : .fail))]),
      recomputed: RecomputedAlignment(dkim: passes ? .pass : .fail, spf: .fail))
  }
}
