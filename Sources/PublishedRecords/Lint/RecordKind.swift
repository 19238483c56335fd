/// What a record is for.
public enum RecordKind: String, CaseIterable, Sendable {
  case spf
  case dmarc
  /// The record by which a host takes DMARC reports about other domains.
  case dmarcReport = "dmarc-report"
  case dkim
  case mx
  case mtaSTS = "mta-sts"
  /// The policy file of MTA-STS, not the record.
  case mtaSTSPolicy = "mta-sts-policy"
  case tlsReport = "tls-rpt"
  case bimi
  case tlsa
  case domainKeys = "domainkeys"
  case adsp

  /// What a text seems to be; `nil` where it looks like nothing known.
  public init?(guessing text: String) {
    // Quotes around a record are a common slip, and a finding of their own.
    let plain = text.lowercased().drop { $0 == "\"" || $0 == " " }
    let tags = TagList(String(plain))
    if plain.hasPrefix("v=spf") || plain.hasPrefix("spf2.0") { self = .spf; return }
    if plain.hasPrefix("version:") { self = .mtaSTSPolicy; return }
    switch tags["v"] {
    case "dmarc1": self = .dmarc
    case "dkim1": self = .dkim
    case "stsv1": self = .mtaSTS
    case "tlsrptv1": self = .tlsReport
    case "bimi1": self = .bimi
    default:
      if tags["dkim"] != nil {
        self = .adsp
      } else if tags["o"] != nil {
        self = .domainKeys
      } else if ["none", "quarantine", "reject"].contains(tags["p"] ?? "") {
        self = .dmarc
      } else if tags["p"] != nil {
        self = .dkim
      } else if MailExchange(String(plain)) != nil {
        self = .mx
      } else {
        return nil
      }
    }
  }
}
