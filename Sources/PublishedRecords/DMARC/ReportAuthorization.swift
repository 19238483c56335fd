/// The record by which a host takes reports about foreign domains (RFC 9990 4).
public enum ReportAuthorization {
  /// The name it stands at: the policy's domain, `_report._dmarc` and the host of the address.
  public static func name(of domain: String, at host: String) -> String {
    "\(domain)._report._dmarc.\(host)"
  }

  /// Whether a record authorizes: any that begins with `v=DMARC1`, a `;` at its end or not.
  public static func allows(_ text: String) -> Bool { DMARCPolicyRecord.isDMARC(text) }

  /// What is wrong with such a record; the host, where known, is the one it stands at.
  static func findings(in text: String, host: String?) -> [RecordFinding] {
    guard let record = DMARCPolicyRecord(text) else { return [DMARCPolicyRecord.refusal(of: text)] }
    guard let value = record["rua"] else { return [] }
    let others = ReportURI.list(value).filter { $0.host != host?.lowercased() }
    if others.isEmpty { return [] }
    let term = "rua=\(value)"
    guard host != nil else {
      return [
        RecordFinding(
          .note, "dmarc-report-host", "RFC 9990 4", term,
          "it may only name the host that the record stands at; --host says which that is")
      ]
    }
    return [
      RecordFinding(
        .must, "dmarc-report-host", "RFC 9990 4", term,
        "it names another host than its own, so no report is sent to either address")
    ]
  }
}
