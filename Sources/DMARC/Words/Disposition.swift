/// What the receiver did with the mail of a record (RFC 9990 3.1.1.7).
public enum Disposition: String, ReportWord {
  /// No action: the mail passed, or failed under a policy of none, or was exempted.
  case none
  /// No action, and the mail passed under an enforcing policy; RFC 9990 only.
  case pass
  case quarantine
  case reject
}
