/// The TXT records about the transport of mail, MTA-STS and TLS-RPT, and the policy of MTA-STS.
enum TransportRecords {
  /// MTA-STS (RFC 8461 3.1): `v=STSv1; id=…`.
  static func stsFindings(in text: String) -> [RecordFinding] {
    let section = "RFC 8461 3.1"
    let list = TagList(text)
    guard list.tags.first?.name == "v", list.tags.first?.value == "STSv1" else {
      return [version("mta-sts-version", section, "STSv1", text)]
    }
    var found = shape(list, code: "mta-sts-syntax", section)
    guard let id = list["id"] else {
      return found + [RecordFinding(.must, "mta-sts-id", section, "id is missing")]
    }
    if !(1...32).contains(id.utf8.count) || !id.utf8.allSatisfy(ASCII.isAlphanumeric) {
      found.append(
        RecordFinding(
          .must, "mta-sts-id", section, "id=\(id)",
          "it must be 1 to 32 letters and digits, or senders pass over the record"))
    }
    return found
  }

  /// TLS-RPT (RFC 8460 3): `v=TLSRPTv1; rua=…`.
  static func tlsReportFindings(in text: String) -> [RecordFinding] {
    let section = "RFC 8460 3"
    let list = TagList(text)
    guard list.tags.first?.name == "v", list.tags.first?.value == "TLSRPTv1" else {
      return [version("tls-rpt-version", section, "TLSRPTv1", text)]
    }
    let found = shape(list, code: "tls-rpt-syntax", section)
    guard let value = list["rua"] else {
      return found + [RecordFinding(.must, "tls-rpt-rua", section, "rua is missing")]
    }
    return found
      + ReportURI.list(value).filter { !isReportTarget($0) }.map {
        RecordFinding(
          .must, "tls-rpt-rua", section, "rua=\($0.text)",
          "it is neither a mailto: address nor an https: address, so no report comes")
      }
  }

  private static func isReportTarget(_ uri: ReportURI) -> Bool {
    uri.isUsable
      || (uri.scheme == "https" && uri.text.lowercased().hasPrefix("https://")
        && uri.text.utf8.count > 8)
  }

  /// BIMI (draft-brand-indicators-for-message-identification 4.2): `v=BIMI1; l=…; a=…`.
  static func bimiFindings(in text: String) -> [RecordFinding] {
    let section = "draft BIMI 4.2"
    let list = TagList(text)
    guard list.tags.first?.name == "v", list.tags.first?.value == "BIMI1" else {
      return [version("bimi-version", section, "BIMI1", text)]
    }
    var found = shape(list, code: "bimi-syntax", section)
    guard let location = list["l"] else {
      return found + [RecordFinding(.must, "bimi-location", section, "l is missing")]
    }
    for (name, value) in [("l", location), ("a", list["a"] ?? "")]
    where !value.isEmpty && !value.lowercased().hasPrefix("https://") {
      found.append(
        RecordFinding(
          .must, "bimi-location", section, "\(name)=\(value)", "it must be an https: address"))
    }
    return found
  }

  private static func version(
    _ code: String, _ section: String, _ wanted: String, _ text: String
  ) -> RecordFinding {
    RecordFinding(
      .must, code, section, String(text.prefix(40)),
      "it does not begin with v=\(wanted), so it is passed over")
  }

  private static func shape(
    _ list: TagList, code: String, _ section: String
  ) -> [RecordFinding] {
    list.strays.map { RecordFinding(.must, code, section, $0, "this is no tag=value") }
      + list.repeated.map {
        RecordFinding(.should, code, section, $0, "the tag comes more than once")
      }
      + (list.empties > 0
        ? [RecordFinding(.should, code, section, ";;", "nothing stands between two semicolons")]
        : [])
  }
}
