/// The DMARC result of one mechanism as the receiver evaluated it: authenticated and aligned.
public enum AlignedResult: String, ReportWord {
  case pass
  case fail
}

/// The raw result of one DKIM signature (RFC 8601 2.7.1).
public enum DKIMResult: String, ReportWord {
  case none
  case pass
  case fail
  case policy
  case neutral
  case temperror
  case permerror

  /// Words from before RFC 8601 that reporters still send.
  public static var synonyms: [String: Self] {
    ["unknown": .temperror, "error": .permerror, "hardfail": .fail]
  }
}

/// The raw result of one SPF check (RFC 8601 2.7.2).
public enum SPFResult: String, ReportWord {
  case none
  case neutral
  case pass
  case fail
  case softfail
  case policy
  case temperror
  case permerror

  /// RFC 7489 appendix C names `unknown` and `error` as common spellings of the two errors.
  public static var synonyms: [String: Self] {
    ["unknown": .temperror, "error": .permerror, "hardfail": .fail]
  }
}

/// Which identity an SPF result is about.
public enum SPFScope: String, ReportWord {
  /// The envelope sender, the only identity DMARC uses.
  case mfrom
  /// The host name given in EHLO; stands in for a null envelope sender (RFC 7208 2.4).
  case helo
}
