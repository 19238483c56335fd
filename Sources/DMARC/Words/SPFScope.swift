/// Which identity an SPF result is about.
public enum SPFScope: String, ReportWord {
  /// The envelope sender, the only identity DMARC uses.
  case mfrom
  /// The host name given in EHLO; stands in for a null envelope sender (RFC 7208 2.4).
  case helo
}
