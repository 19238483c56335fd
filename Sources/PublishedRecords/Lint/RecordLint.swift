/// Judges the text of records, without DNS.
public enum RecordLint {
  /// A larger text is no record: TXT data ends at 65,535 octets.
  private static let longest = 65_535

  /// Judges all records of a kind at one name.
  ///
  /// - Parameters:
  ///   - texts: the records, each without the quotes of a zone file.
  ///   - kind: what they are for.
  ///   - host: for `dmarc-report`, the host that takes the reports.
  /// - Returns: the findings, and what they come to.
  public static func judge(
    _ texts: [String], as kind: RecordKind, host: String? = nil
  ) -> RecordJudgement {
    let texts = texts.map { $0.utf8.count > longest ? String($0.prefix(longest / 4)) : $0 }
    switch kind {
    case .spf: return SPFLint.judge(texts)
    case .dmarc: return judgeDMARC(texts)
    case .mx: return judgeExchanges(texts)
    case .dkim:
      return RecordJudgement(
        several(texts, .must, "dkim-several", "RFC 6376 3.6.2.2", "which one counts is undefined")
          + texts.flatMap { DKIMKeyRecord($0).findings })
    case .mtaSTS, .tlsReport, .bimi: return judgeSingle(texts, kind)
    case .dmarcReport:
      return RecordJudgement(
        texts.flatMap { ReportAuthorization.findings(in: $0, host: host) })
    case .mtaSTSPolicy: return RecordJudgement(texts.flatMap(STSPolicy.findings))
    case .tlsa: return RecordJudgement(texts.flatMap(TLSARecord.findings))
    case .domainKeys: return RecordJudgement(HistoricRecords.domainKeys())
    case .adsp: return RecordJudgement(HistoricRecords.adsp())
    }
  }

  private static func judgeDMARC(_ texts: [String]) -> RecordJudgement {
    let records = texts.compactMap { DMARCPolicyRecord($0) }
    guard let first = records.first else {
      return RecordJudgement(texts.map { DMARCPolicyRecord.refusal(of: $0) }, result: "none")
    }
    guard records.count == 1 else {
      return RecordJudgement(
        several(
          texts, .must, "dmarc-several", "RFC 9989 4.10",
          "receivers pass over all of them"), result: "none")
    }
    return RecordJudgement(first.findings, result: first.applies ? nil : "none")
  }

  private static func judgeExchanges(_ texts: [String]) -> RecordJudgement {
    let bad = texts.filter { MailExchange($0) == nil }.map {
      RecordFinding(
        .must, "mx-syntax", "RFC 1035 3.3.9", $0, "an MX record is a number and the name of a host")
    }
    return RecordJudgement(
      bad + MailExchange.findings(in: texts.compactMap { MailExchange($0) }))
  }

  private static func judgeSingle(_ texts: [String], _ kind: RecordKind) -> RecordJudgement {
    switch kind {
    case .mtaSTS:
      RecordJudgement(
        several(
          texts, .must, "mta-sts-several", "RFC 8461 3.1", "senders take it for no record at all")
          + texts.flatMap(TransportRecords.stsFindings))
    case .tlsReport:
      RecordJudgement(
        several(
          texts, .must, "tls-rpt-several", "RFC 8460 3", "senders take it for no record at all")
          + texts.flatMap(TransportRecords.tlsReportFindings))
    default: RecordJudgement(texts.flatMap(TransportRecords.bimiFindings))
    }
  }

  static func several(
    _ texts: [String], _ level: RecordFinding.Level, _ code: String, _ section: String,
    _ consequence: String
  ) -> [RecordFinding] {
    texts.count < 2
      ? []
      : [
        RecordFinding(
          level, code, section, "\(texts.count) records where one is allowed: \(consequence)")
      ]
  }
}
