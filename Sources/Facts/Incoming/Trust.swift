/// Whether a report's mail passed DMARC for a domain that agrees with the reporter.
public enum Trust: String, Sendable, CaseIterable {
  case verified
  case unverified
  case contradicted
}
