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
