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
