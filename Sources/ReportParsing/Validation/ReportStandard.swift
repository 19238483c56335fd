/// The standards that a report may keep to.
public enum ReportStandard: String, Sendable, CaseIterable {
  case rfc7489 = "RFC 7489"
  case rfc9990 = "RFC 9990"

  /// The namespace that a report of the standard has (RFC 7489 appendix C, RFC 9990 appendix B).
  ///
  /// Reports of RFC 7489 have none: nearly all receivers leave it out.
  public var namespace: String? { self == .rfc9990 ? "urn:ietf:params:xml:ns:dmarc-2.0" : nil }

  /// What else is met as the namespace of its reports, and means the same.
  var namespaces: Set<String> {
    self == .rfc9990 ? [namespace ?? ""] : ["http://dmarc.org/dmarc-xml/0.1"]
  }

  /// Our own schema, of reports without a namespace.
  var schema: [UInt8] {
    self == .rfc9990 ? PackageResources.rfc9990_xsd : PackageResources.rfc7489_xsd
  }
}
